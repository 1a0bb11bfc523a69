import { buildsIn } from './commands.ts';
import type { Job, Workflow } from './model.ts';
import type { Publishing } from './publishing.ts';

/** A project that is a folder of its repository. */
export interface Subproject {
  /** From the repository's top, such as `packages/attrsx`. */
  readonly folder: string;
  readonly name: string | undefined;
}

/**
 * Whether an upload of the repository's workflows is known to be one of this project's: its job, a job that builds for it,
 * or what starts the workflow names the project's folder, its tags or the package. What names none of them may be
 * another project's, so nothing is said of it.
 */
export function isAbout({ workflow, job }: Publishing, project: Subproject): boolean {
  const { inText, inTag } = patternsOf(project);
  return (
    workflow.paths.some((path) => !path.startsWith('!') && inText.test(path)) ||
    workflow.tags.some((tag) => !tag.startsWith('!') && inTag.test(tag)) ||
    [job, ...buildersFor(workflow, job)].some(({ raw }) => inText.test(raw))
  );
}

function patternsOf({ folder, name }: Subproject): { inText: RegExp; inTag: RegExp } {
  const path = escaped(folder);
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  // One word, such as `python`, says something else in most places.
  const mention = folder.includes('/')
    ? `(?<![\\w.-])${path}(?![\\w.-])`
    : `(?<![\\w./-])(?:\\./)?${path}/(?=[\\w*])|(?:\\bcd[ \\t]+|(?:working-directory|packages-dir|package-dir|project-dir|workdir)["']?:[ \\t]*|--(?:directory|project)[ =])["']?(?:\\./)?${path}/?(?![\\w./-])`;
  const called = [...new Set([name, last])].flatMap((text) =>
    text === undefined ? [] : [escaped(text).replaceAll(/(?:\\[.]|[-_])+/g, '[-_.]+')],
  );
  const either = called.join('|');
  return {
    inText: new RegExp(`${mention}|--package[ =]["']?(?:${either})(?![\\w.-])`, 'i'),
    inTag: new RegExp(`^(?:${either})[-_/@]+v?[*\\d[{]`, 'i'),
  };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The jobs that a job waits for, and those that they wait for, of which something is built. */
function buildersFor(workflow: Workflow, job: Job): readonly Job[] {
  const found = new Set<Job>();
  const wanted = [...job.needs];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    const next = workflow.jobs.find((one) => one.id.text === id);
    if (next === undefined || found.has(next)) continue;
    found.add(next);
    wanted.push(...next.needs);
  }
  return [...found].filter(({ steps }) =>
    steps.some(
      ({ uses, run }) =>
        (uses !== undefined && /build|wheel|maturin/i.test(uses.text)) ||
        (run !== undefined && buildsIn(run).length > 0),
    ),
  );
}
