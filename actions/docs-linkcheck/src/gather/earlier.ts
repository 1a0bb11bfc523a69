import { known, notKnown, type Fact, type Finding } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { ResolvedPages } from '../facts.ts';
import type { Sources } from './sources.ts';

/**
 * The project's files as they were when this branch left a revision: what was changed since, committed or not, is
 * read from there. Undefined where this clone does not reach so far back.
 */
export async function earlierSources(
  { git }: Ports,
  sources: Sources,
  revision: string,
): Promise<Sources | undefined> {
  const difference = (await git.available()).yes ? await git.changesSince(revision) : undefined;
  if (difference === undefined) return undefined;
  const changed = new Set([
    ...difference.files.map(({ path }) => path),
    ...(await git.changes()).map(({ path }) => path),
  ]);
  const before = new Map<string, string>();
  await Promise.all(
    [...changed].map(async (path) => {
      const text = await git.show(difference.base, path);
      if (text !== undefined) before.set(path, text);
    }),
  );
  return {
    ...sources,
    files: [...sources.files.filter((path) => !changed.has(path)), ...before.keys()].toSorted(),
    has: (path) => (changed.has(path) ? before.has(path) : sources.has(path)),
    read: async (path) => (changed.has(path) ? before.get(path) : sources.read(path)),
    readNow: (path) => (changed.has(path) ? before.get(path) : sources.readNow(path)),
  };
}

/** The findings that were not there before: of links that were added, and of targets that are gone. */
export function newPages<P extends ResolvedPages>(
  now: Fact<P>,
  before: Fact<ResolvedPages>,
  revision: string,
): Fact<P> {
  if (!now.known) return now;
  if (!before.known)
    return before.because === 'not-known'
      ? notKnown(`what led nowhere at \`${revision}\` is not known: ${before.why}`)
      : now;
  const left = new Map<string, number>();
  for (const finding of before.value.findings)
    left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  const findings = now.value.findings.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
  return known({ ...now.value, findings }, now.place);
}

/** A finding wherever it stands in its file, without what is suggested in its place. */
const keyOf = ({ rule, place, message }: Finding): string =>
  `${rule}\n${place.path}\n${message.split(', expected', 1)[0] ?? ''}`;

/** Why nothing can be said of what is new. */
export const unreachable = (revision: string): Fact<never> =>
  notKnown(`this clone does not reach back to \`${revision}\`: fetch more of its history`);
