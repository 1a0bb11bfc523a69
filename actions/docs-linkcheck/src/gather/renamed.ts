import { known, type Fact } from '@pymaint/core';
import { isLost, withRenames } from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';
import type { ResolvedPages } from '../facts.ts';
import type { Sources } from './sources.ts';

/** The same with what git knows of the files that are not there; it is asked only where one is missing. */
export async function withHistory<P extends ResolvedPages>(
  { git }: Ports,
  sources: Sources,
  pages: Fact<P>,
): Promise<Fact<P>> {
  if (!pages.known || !pages.value.findings.some(isLost)) return pages;
  if (!(await git.available()).yes) return pages;
  const findings = withRenames(pages.value.findings, await git.renames(), sources.has);
  return known({ ...pages.value, findings }, pages.place);
}
