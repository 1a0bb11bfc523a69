import { addEntry, type FragmentScheme } from '@pymaint/changelog';
import { fail, fileStart, formatPlace, pass, skip, type Fact, type Place } from '@pymaint/core';
import { check } from '../../check.ts';
import type { Change, Log } from '../../facts.ts';
import { makesRelease, newEntries, unreleasedEntries } from '../../judging/change.ts';
import { exemption } from '../../judging/exempt.ts';

/** A pull request tells of what it changes. */
export const entryAdded = check({
  id: 'changelog/entry-added',
  summary: 'A pull request adds an entry to the unreleased part, or a fragment',
  reads: ['change', 'policy'],
  mayLack: ['changelog', 'before', 'scheme', 'fragments'],
  judge: ({ change, policy, changelog, before, scheme, fragments }) => {
    const wanted = policy.value['require-entry'];
    if (wanted === 'off') return skip('not asked for');
    const exempt = exemption(change.value, policy.value);
    if (exempt !== undefined) return skip(exempt);
    const added = addedFragment(change.value, fragments.known ? fragments.value : []);
    if (added !== undefined) return pass(added);
    if (changelog.known && before.known) {
      const after = changelog.value.changelog;
      if (makesRelease(before.value, after)) return skip('this change is the release');
      const [first] = newEntries(unreleasedEntries(before.value), unreleasedEntries(after));
      if (first !== undefined) return pass(formatPlace(first.range));
    }
    if (scheme.known && deletesFragments(change.value, scheme.value))
      return skip('this change is the release');
    if (scheme.known) return lacksFragment(change.value, scheme.value, scheme.place);
    if (!changelog.known) return skip(changelog.why);
    const keeps = before.known && before.value.releases.some(({ kind }) => kind === 'unreleased');
    if (wanted === 'auto' && !keeps) return skip('this changelog is written at the release');
    return lacksEntry(change.value, changelog);
  },
});

/** The path of a fragment that the change brings or edits. */
function addedFragment(
  { files }: Change,
  fragments: readonly { readonly path: string; readonly state: string }[],
): string | undefined {
  const touched = new Set(files.filter(({ kind }) => kind !== 'deleted').map(({ path }) => path));
  return fragments.find(({ path, state }) => state === 'fragment' && touched.has(path))?.path;
}

/** A release takes the fragments away and writes them into the changelog. */
function deletesFragments({ files }: Change, { folders, changelog }: FragmentScheme): boolean {
  const gone = files.filter(
    ({ path, kind }) =>
      kind === 'deleted' && folders.some((folder) => path.startsWith(`${folder}/`)),
  );
  return gone.length > 0 && files.some(({ path }) => path === changelog);
}

const titleOf = ({ title, number }: Change): string =>
  `${(title ?? 'Say what changes for users').trim()}${number === undefined ? '' : ` (#${number})`}`;

function lacksFragment(change: Change, scheme: FragmentScheme, place: Place) {
  const [folder = '.'] = scheme.folders;
  const types = scheme.types.map(({ id }) => id);
  const issue = change.number === undefined ? '+short-name' : String(change.number);
  const path =
    scheme.tool === 'towncrier'
      ? `${folder}/${issue}.${types.includes('bugfix') ? 'bugfix' : (types[0] ?? 'misc')}${suffixOf(scheme)}`
      : scheme.tool === 'scriv'
        ? undefined
        : `${folder}/`;
  return fail({
    message: `Unexpected pull request without a fragment, expected one in \`${folder}\``,
    place,
    remedy:
      path === undefined
        ? 'scriv create --edit'
        : `write a line such as “${titleOf(change)}” to \`${path}\`${types.length > 1 ? ` (types: ${types.join(', ')})` : ''}`,
  });
}

const suffixOf = ({ changelog }: FragmentScheme): string =>
  /\.(?:md|rst)$/.exec(changelog ?? '')?.[0] ?? '';

function lacksEntry(change: Change, changelog: Fact<Log> & { readonly known: true }) {
  const { path, text, changelog: read } = changelog.value;
  if (text === undefined)
    return fail({
      message:
        'Unexpected pull request without an entry, expected one in the file of the next release',
      place: fileStart(path),
      remedy: `add to a file below \`${path}\``,
    });
  const { edits, snippet } = addEntry(text, read, { text: titleOf(change) });
  const place = edits[0]?.range ?? fileStart(path);
  return fail({
    message: `Unexpected pull request without an entry in the changelog, expected one in its unreleased part`,
    place,
    remedy: `add at ${formatPlace(place)}:\n${snippet}`,
    // The pull request's title is seldom what a user wants to read.
    fix: { title: 'Add the title of the pull request as an entry', edits, safe: false },
  });
}
