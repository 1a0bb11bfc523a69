/**
 * npm run check:dist: rebuilds every bundle of the last commit in a fresh clone with an installation of its own,
 * so that no stale file of this folder can take part, and compares the result byte for byte with the committed dist/.
 */
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences } from './shared/bundles.ts';
import { ROOT } from './shared/repo.ts';
import { mustRun } from './shared/run.ts';

const npm = process.env['npm_execpath'];
if (npm === undefined) throw new Error('Start me by npm: npm run check:dist');

const temporary = await mkdtemp(join(tmpdir(), 'pymaint-dist-'));
try {
  const clone = join(temporary, 'clone');
  await mustRun('git', ['clone', '--quiet', '--no-hardlinks', ROOT, clone]);
  const head = (await mustRun('git', ['rev-parse', 'HEAD'])).trim();
  await mustRun('git', ['checkout', '--quiet', '--detach', head], { cwd: clone });

  const committed = join(temporary, 'committed');
  await rename(join(clone, 'dist'), committed);
  const inClone = { cwd: clone };
  await mustRun(process.execPath, [npm, 'ci', '--ignore-scripts'], inClone);
  process.stdout.write(await mustRun(process.execPath, [npm, 'run', '--silent', 'build'], inClone));

  const found = differences(committed, join(clone, 'dist')).filter(
    (line) => !line.startsWith('README.md:'),
  );
  for (const line of found) process.stdout.write(`dist/${line}\n`);
  process.stdout.write(
    found.length === 0
      ? `dist/ is what commit ${head.slice(0, 10)} builds\n`
      : 'dist/ is not what the sources build: run `npm run build` and commit dist/\n',
  );
  if (found.length > 0) process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true });
}
