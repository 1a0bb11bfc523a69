import type { GitRename } from '../ports/index.ts';
import type { Asker } from './git-repository.ts';

/** How far back renames are looked for, in commits. */
const COMMITS = 5000;
/** How long they are looked for, in milliseconds: they make a finding better, and nothing waits for that. */
const PATIENCE = 10_000;

/** Renamed files, newest first: see {@link import('../ports/git.ts').Git.renames}. */
export async function readRenames(asker: Asker): Promise<readonly GitRename[]> {
  await asker.repository();
  const head = await asker.commitOf('HEAD');
  if (head === undefined) return [];
  // `--max-count` counts the commits that are shown, not those that are looked at.
  const end = await asker.may('rev-list', '--max-count=1', `--skip=${COMMITS}`, head);
  const range = end === undefined || end === '' ? [head] : [head, `^${end}`];
  const { code, stdout } = await asker.within(PATIENCE, 'log', ...QUESTION, ...range, '--', '.');
  return code === 0 ? readLog(stdout.toString()) : [];
}

const QUESTION = [
  '--diff-filter=R',
  '--find-renames',
  '--name-status',
  '--relative',
  '--no-ext-diff',
  '--format=%H',
  '-z',
];

/** Each commit, a NUL, and for each file `R087`, NUL, the old path, NUL, the new one, NUL. */
function readLog(output: string): readonly GitRename[] {
  const fields = output.split('\0');
  const renames: GitRename[] = [];
  let commit = '';
  for (let at = 0; at < fields.length; at += 1) {
    const field = (fields[at] ?? '').trim();
    const alike = /^R(\d+)$/.exec(field)?.[1];
    const [from, to] = [fields[at + 1], fields[at + 2]];
    if (alike === undefined) {
      if (field !== '') commit = field;
    } else if (from !== undefined && to !== undefined) {
      renames.push({ from, to, commit, alike: Number(alike) });
      at += 2;
    }
  }
  return renames;
}
