import { known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import { checkPypiReadme, type HostedRepository } from '@pymaint/docs';
import type { Project } from '@pymaint/python';
import type { ResolvedPages } from '../facts.ts';
import type { Sources } from './sources.ts';

/** Reads the README as PyPI renders it. */
export async function gatherReadme(
  sources: Sources,
  project: Fact<Project>,
  repository: Fact<HostedRepository>,
): Promise<Fact<ResolvedPages>> {
  if (!project.known) return project;
  const { readme, classifiers } = project.value;
  if (!readme.known) return readme;
  if (classifiers.known && classifiers.value.some(({ text }) => text.startsWith('Private ::')))
    return notApplicable('the project is not for publishing');
  const { path, contentType } = readme.value;
  if (path === undefined) return notApplicable('the README is no file of its own');
  const text = await sources.read(path);
  if (text === undefined) return notKnown(`\`${path}\` cannot be read`);
  const findings = checkPypiReadme(
    path,
    text,
    contentType ?? typeOf(path),
    repository.known ? repository.value : undefined,
  );
  return known({ documents: 1, findings }, readme.place);
}

/** What backends take a file for by its name. */
const typeOf = (path: string): string =>
  /\.(?:md|markdown)$/iu.test(path)
    ? 'text/markdown'
    : path.endsWith('.rst')
      ? 'text/x-rst'
      : 'text/plain';
