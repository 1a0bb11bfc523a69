import type { Git, GitChange, GitTag } from '../ports/index.ts';
import { readChangesSince } from './git-difference.ts';
import { readRenames } from './git-renames.ts';
import {
  askRepository,
  keyed,
  once,
  shared,
  type Asker,
  type NodeGitOptions,
} from './git-repository.ts';
import { decodeText } from './text.ts';
import { withoutCredentials } from './without-credentials.ts';

/**
 * Git, by the git program. A question about history is asked once and its answer kept, one about the work tree
 * each time. Where {@link Git.available} says no, every other question is refused with its reason as a UserError.
 */
export function nodeGit(folder: string, options: NodeGitOptions = {}): Git {
  const asker = askRepository(folder, options);
  const { run, must, may, commitOf, found, repository } = asker;
  const tags = once(async () => await readTags(await must(...TAG_QUESTION), commitOf));

  return {
    available: async () => {
      const state = await found();
      return state.yes ? { yes: true } : state;
    },
    top: async () => (await repository()).top,
    head: () => commitOf('HEAD'),
    branch: once(async () => stripRef(await may('symbolic-ref', '-q', 'HEAD'), 'refs/heads/')),
    tags,
    tagsAt: async (commit) =>
      (await tags()).filter((tag) => tag.commit === commit).map((tag) => tag.name),
    defaultBranch: once(async () => {
      const head = await may('symbolic-ref', '-q', 'refs/remotes/origin/HEAD');
      return (
        stripRef(head, 'refs/remotes/origin/') ??
        onlyUsual(await must('for-each-ref', '--format=%(refname)', ...USUAL_REFS))
      );
    }),
    async isAncestor(ancestor, descendant) {
      const [from, to] = [await commitOf(ancestor), await commitOf(descendant)];
      if (from === undefined || to === undefined) return undefined;
      const { code } = await run('merge-base', '--is-ancestor', from, to);
      if (code === 0) return true;
      // What was cut off might have held the ancestor.
      return code === 1 && !(await repository()).shallow ? false : undefined;
    },
    async branchesWith(commit) {
      const { code, stdout } = await run(
        'for-each-ref',
        `--contains=${commit}`,
        '--format=%(refname)',
        'refs/heads',
        'refs/remotes',
      );
      // A commit that the clone does not have is on no branch that it knows.
      return code === 0 ? branchNames(decodeText(stdout) ?? '') : [];
    },
    isShallow: async () => (await repository()).shallow,
    async changes() {
      const { prefix } = await repository();
      return readChanges(await must(...STATUS), prefix);
    },
    changesSince: (revision, tip) => readChangesSince(asker, revision, tip),
    tracked: shared(async () => readTracked(await must('ls-files', '--stage', '-z'))),
    // A repository within is told as one name with `/` at its end.
    untracked: shared(async () =>
      zeroSeparated(await must('ls-files', '-o', '--exclude-standard', '-z')).filter(
        (path) => !path.endsWith('/'),
      ),
    ),
    renames: once(() => readRenames(asker)),
    show: (revision, path) => showAt(asker, revision, path),
    lineDay: (path, line) => dayOfLine(asker, path, line),
    remoteUrl: keyed(async (name: string) => {
      const url = await may('config', '--get', `remote.${name}.url`);
      return url === undefined ? undefined : withoutCredentials(url);
    }),
  };
}

async function showAt(
  { run, commitOf }: Asker,
  revision: string,
  path: string,
): Promise<string | undefined> {
  const commit = await commitOf(revision);
  if (commit === undefined || path.includes('\0')) return undefined;
  const { code, stdout } = await run('cat-file', 'blob', `${commit}:./${path}`);
  return code === 0 ? decodeText(stdout) : undefined;
}

/** `boundary` tells of a commit whose parents this clone does not have, as of a root: only the latter wrote the line. */
async function dayOfLine(
  { run, repository }: Asker,
  path: string,
  line: number,
): Promise<string | undefined> {
  const { code, stdout } = await run('blame', '--porcelain', `-L${line},${line}`, '--', path);
  const text = decodeText(stdout) ?? '';
  const seconds = Number(/^committer-time (\d+)$/m.exec(text)?.[1] ?? 'none');
  if (code !== 0 || Number.isNaN(seconds) || /^0+ /.test(text)) return undefined;
  if (/^boundary$/m.test(text) && (await repository()).shallow) return undefined;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Fields end with a NUL, a tag with a line end: names hold neither. */
const TAG_QUESTION = [
  'for-each-ref',
  `--format=${['refname:strip=2', 'objectname', 'objecttype', '*objectname', '*objecttype', 'creatordate:iso-strict'].map((field) => `%(${field})%00`).join('')}`,
  'refs/tags',
];

async function readTags(
  output: string,
  commitOf: (revision: string) => Promise<string | undefined>,
): Promise<readonly GitTag[]> {
  const tags: GitTag[] = [];
  for (const line of output.split('\n')) {
    const [name = '', object = '', type, target = '', targetType, date = ''] = line.split('\0');
    if (name === '') continue;
    const direct = type === 'commit' ? object : targetType === 'commit' ? target : undefined;
    // A tag of a tag is followed by git itself; a tag of a file or a tree is no release.
    const commit =
      direct ?? (targetType === 'tag' ? await commitOf(`refs/tags/${name}`) : undefined);
    if (commit !== undefined) tags.push({ name, commit, date });
  }
  return tags;
}

/** `mode object stage<TAB>path`. A file in conflict is told once for each side; a submodule (160000) is no file. */
const readTracked = (output: string): readonly string[] => [
  ...new Set(
    zeroSeparated(output)
      .filter((entry) => !entry.startsWith('160000 '))
      .map((entry) => entry.slice(entry.indexOf('\t') + 1)),
  ),
];

const STATUS = [
  'status',
  '--porcelain=v1',
  '-z',
  '--no-renames',
  '--untracked-files=normal',
  '--ignored=no',
  '--',
  '.',
];

function readChanges(output: string, prefix: string): readonly GitChange[] {
  return zeroSeparated(output).map((entry) => {
    // Paths are told from the repository's top. A folder that is new as a whole stands for all that is in it.
    const path = entry.slice(3);
    const below = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    return { state: entry.slice(0, 2), path: below === '' ? '.' : below };
  });
}

const USUAL = ['main', 'master'];
const USUAL_REFS = USUAL.flatMap((name) => [`refs/heads/${name}`, `refs/remotes/origin/${name}`]);

function onlyUsual(refs: string): string | undefined {
  const names = new Set(refs.split('\n').map((ref) => ref.slice(ref.lastIndexOf('/') + 1)));
  const [first, second] = USUAL.filter((name) => names.has(name));
  return second === undefined ? first : undefined;
}

const stripRef = (ref: string | undefined, start: string): string | undefined =>
  ref?.startsWith(start) === true ? ref.slice(start.length) : undefined;

/** `refs/heads/1.4.x` and `refs/remotes/origin/1.4.x` are one branch; `origin/HEAD` is none. */
const branchNames = (refs: string): readonly string[] => [
  ...new Set(
    refs
      .split('\n')
      .map((ref) => ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, ''))
      .filter((name) => name !== '' && name !== 'HEAD'),
  ),
];

const zeroSeparated = (output: string): readonly string[] =>
  output.split('\0').filter((part) => part !== '');
