/**
 * npm run release -- [--output DIR] [--owner NAME] [--remote NAME]
 *
 * Makes the release of the version that package.json declares from the commit that is checked out: asks pymaint itself
 * whether it may be released, lays the release tree, and makes here the branch `releases/v1`, the tag `v1.2.3` and the
 * moving tag `v1`. Into DIR go the archive that runners download, the npm package, their checksums and the notes.
 * Nothing leaves this machine: the last line is the command that pushes. Run twice, it gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { packForNpm } from './shared/npm-package.ts';
import { isVersion, lineOf } from './shared/release-version.ts';
import { readText, ROOT, type Manifest } from './shared/repo.ts';
import { mustRun, run } from './shared/run.ts';

const { values } = parseArgs({
  options: {
    output: { type: 'string', default: '.release' },
    owner: { type: 'string', default: 'org' },
    remote: { type: 'string', default: 'origin' },
  },
});
const { version } = JSON.parse(readText('package.json')) as Manifest;
const tag = `v${version}`;
const line = lineOf(version);
const output = resolve(values.output);
const git = async (...args: readonly string[]): Promise<string> =>
  (await mustRun('git', args)).trim();

await refuse();
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await askOurselves();
const commit = await layTree();
await git('branch', '--force', line.branch, commit);
await git('tag', tag, commit);
await git('tag', '--force', line.tag, commit);
const files = [await writeArchive(commit), await packForNpm(version, values.owner, output)];
await writeFile(join(output, 'SHA256SUMS'), (await Promise.all(files.map(checksum))).join(''));
process.stdout.write(
  `${tag} is commit ${commit}\n${basename(output)}: ${[...files.map((file) => basename(file)), 'SHA256SUMS', 'notes.md'].join(', ')}\n` +
    `git push --atomic ${values.remote} ${line.branch} ${tag} +refs/tags/${line.tag}\n`,
);

/** What can never be made good afterwards. */
async function refuse(): Promise<void> {
  if (!isVersion(version))
    throw new Error(`package.json: Unexpected version ${version}, expected one such as 1.2.3`);
  if ((await git('status', '--porcelain')) !== '')
    throw new Error(
      'Unexpected changes in the working tree, expected the commit that is to be released',
    );
  if ((await git('tag', '--list', tag)) !== '')
    throw new Error(
      `Unexpected tag ${tag}, expected a version that was never released: a release does not move`,
    );
}

/** Our own actions, as a runner starts them: the changelog must tell of this version, and its entry becomes the notes. */
async function askOurselves(): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'release-'));
  try {
    await ask(temporary, 'changelog-verify', {
      INPUT_VERSION: version,
      'INPUT_FAIL-ON': 'warning',
    });
    await ask(temporary, 'docs-linkcheck', {});
    const notes = join(temporary, 'pymaint-changelog-verify/release-notes.md');
    await copyFile(notes, join(output, 'notes.md'));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function ask(temporary: string, action: string, inputs: NodeJS.ProcessEnv): Promise<void> {
  const env = {
    PATH: process.env['PATH'],
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: ROOT,
    RUNNER_TEMP: temporary,
    ...inputs,
  };
  const bundle = join(ROOT, 'dist', action, 'index.js');
  const { code, stdout, stderr } = await run(process.execPath, [bundle], { env });
  if (code !== 0) throw new Error(`${action} ended with ${code}\n${stdout}${stderr}`);
}

/** The release tree as a commit on top of the sources' and of the line's last release, so that the branch moves forward. */
async function layTree(): Promise<string> {
  const known = await run('git', [
    'rev-parse',
    '--verify',
    '--quiet',
    `refs/remotes/${values.remote}/${line.branch}`,
  ]);
  const parent = known.code === 0 ? ['--parent', known.stdout.trim()] : [];
  const script = join(ROOT, 'scripts/release-tree.ts');
  const said = await mustRun(process.execPath, [script, '--owner', values.owner, ...parent]);
  const [, laid] = /^commit (\w+)$/m.exec(said) ?? [];
  if (laid === undefined) throw new Error(`Unexpected output of release-tree.ts: ${said}`);
  return laid;
}

/** What a runner downloads, with nothing of the time or the machine in it. */
async function writeArchive(laid: string): Promise<string> {
  const name = `pymaint-${tag}`;
  const tar = join(output, `${name}.tar`);
  await git('archive', '--format=tar', `--prefix=${name}/`, '-o', tar, laid);
  const path = `${tar}.gz`;
  await writeFile(path, gzipSync(await readFile(tar), { level: 9 }));
  await rm(tar);
  return path;
}

/** A line in the form of `sha256sum`. */
async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return `${hash}  ${basename(path)}\n`;
}
