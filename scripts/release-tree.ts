/**
 * npm run release-tree -- [--commit REF] [--output DIR] [--owner NAME] [--stamp vX.Y.Z] [--parent COMMIT]
 *
 * Lays the tree that users get with `uses: org/pymaint/<action>@v1`: the commit that is checked out, and for each
 * action a folder at the root with its action.yml and README, whose `main` leads to the same bundle. Prints
 * the tree's hash and the commit's: both depend on the commit and the options alone. With --output, the tree
 * is written out as a runner downloads it (`export-ignore` of .gitattributes applied). With --stamp, sibling
 * actions (`uses: $/actions/x`) are named by owner and tag, for runners that do not know `$/`. --parent is
 * a second parent of the commit: the release before it.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderReleaseFiles, type ReleaseFile } from './shared/release-files.ts';
import { mustRun, run } from './shared/run.ts';

const { values } = parseArgs({
  options: {
    output: { type: 'string' },
    owner: { type: 'string', default: 'org' },
    stamp: { type: 'string' },
    parent: { type: 'string' },
    commit: { type: 'string', default: 'HEAD' },
  },
});

const commit = (await mustRun('git', ['rev-parse', `${values.commit}^{commit}`])).trim();
const read = (path: string): Promise<string> => mustRun('git', ['show', `${commit}:${path}`]);
const tracked = (await mustRun('git', ['ls-tree', '-r', '--name-only', '-z', commit])).split('\0');
const mentions = ['-e', 'org/pymaint', '-e', '$/actions/'];
const naming = (await mustRun('git', ['grep', '-lzF', ...mentions, commit]))
  .split('\0')
  .filter((line) => line !== '')
  .map((line) => line.slice(commit.length + 1));
const files = await renderReleaseFiles(
  { tracked, naming, read },
  { owner: values.owner, ...(values.stamp !== undefined && { stamp: values.stamp }) },
);
const tree = await writeTree(files);
const release = await writeCommit(tree);
if (values.output !== undefined) await exportTree(release, resolve(values.output));
process.stdout.write(`tree ${tree}\ncommit ${release}\n`);

/** Adds the files to the commit's tree in an index of their own, so that nobody's index is touched. */
async function writeTree(added: readonly ReleaseFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'release-tree-'));
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') };
  try {
    await mustRun('git', ['read-tree', commit], { env });
    for (const { path, text } of added) {
      const input = { env, input: text };
      const blob = (await mustRun('git', ['hash-object', '-w', '--stdin'], input)).trim();
      await mustRun('git', ['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], {
        env,
      });
    }
    return (await mustRun('git', ['write-tree'], { env })).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One commit on top of the source's, with its author and date: the same at every run. */
async function writeCommit(wanted: string): Promise<string> {
  const format = '%an%n%ae%n%aI';
  const [name, email, date] = (
    await mustRun('git', ['show', '-s', `--format=${format}`, commit])
  ).split('\n');
  const who = (role: string) => ({
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: email,
    [`GIT_${role}_DATE`]: date,
  });
  const env = { ...process.env, ...who('AUTHOR'), ...who('COMMITTER') };
  const message = `Release tree of ${commit}\n`;
  const parents = ['-p', commit, ...(values.parent === undefined ? [] : ['-p', values.parent])];
  const args = ['commit-tree', wanted, ...parents, '-F', '-'];
  return (await mustRun('git', args, { env, input: message })).trim();
}

/** Writes the tree out as GitHub's archive of it: export-ignore applied. */
async function exportTree(wanted: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const archive = join(folder, '.release-tree.tar');
  await mustRun('git', ['archive', '--format=tar', '-o', archive, wanted]);
  const { code, stderr } = await run('tar', ['-xf', archive, '-C', folder]);
  await rm(archive);
  if (code !== 0) throw new Error(`tar ended with ${code}: ${stderr}`);
}
