import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './repo.ts';
import { mustRun } from './run.ts';

/** What the npm package consists of, beside its package.json. */
const FILES = ['bin/pymaint.js', 'dist/pymaint', 'README.md', 'CHANGELOG.md', 'LICENSE'] as const;

/** The package.json under which the command is published: the committed bundle, and nothing to install with it. */
const npmManifest = (version: string, owner: string): object => ({
  name: 'pymaint',
  version,
  description:
    'Keeps a Python package releasable: every check that a maintainer makes by hand before a release',
  keywords: ['python', 'release', 'changelog', 'documentation', 'packaging', 'linter'],
  license: 'MIT',
  repository: { type: 'git', url: `git+https://github.com/${owner}/pymaint.git` },
  homepage: `https://github.com/${owner}/pymaint#readme`,
  bugs: `https://github.com/${owner}/pymaint/issues`,
  type: 'module',
  bin: { pymaint: 'bin/pymaint.js' },
  files: ['bin', 'dist'],
  engines: { node: '>=20.19' },
});

/** Packs the command for npm into a folder, and gives the archive's path. The bytes depend on the sources alone. */
export async function packForNpm(version: string, owner: string, output: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-npm-'));
  try {
    for (const path of FILES) await cp(join(ROOT, path), join(folder, path), { recursive: true });
    for (const path of ['README.md', 'dist/pymaint/index.js'])
      await stamp(join(folder, path), owner);
    await writeFile(
      join(folder, 'package.json'),
      `${JSON.stringify(npmManifest(version, owner), null, 2)}\n`,
    );
    await mkdir(output, { recursive: true });
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', output];
    const name = (await mustRun('npm', args, { cwd: folder })).trim();
    return join(output, name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The owner, where `org` stands for it: as in the release tree. */
async function stamp(path: string, owner: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/\borg\/pymaint\b/g, `${owner}/pymaint`));
}
