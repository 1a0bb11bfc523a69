import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { processLifetime } from './lifetime.ts';
import { nodeScratch } from './scratch.ts';

async function bench() {
  const place = await temporaryFolder();
  const { folder } = place;
  const lifetime = processLifetime();
  onTestFinished(async () => {
    await lifetime.end();
    await place[Symbol.asyncDispose]();
  });
  const env = { GITHUB_ACTIONS: 'true', RUNNER_TEMP: folder };
  const make = () => nodeScratch({ reports: join(folder, 'reports'), lifetime, env });
  return { folder, lifetime, make };
}

const DAYS = (n: number) => new Date(Date.now() - n * 24 * 60 * 60 * 1000);

describe('temporary', () => {
  it('gives a new empty folder each time, in the runner’s own place', async () => {
    const { make, folder } = await bench();
    const scratch = make();
    const one = await scratch.temporary('build env/../x');
    const two = await scratch.temporary('build env/../x');
    expect(one).not.toBe(two);
    expect(one.startsWith(join(folder, `pymaint-${process.pid}-build-env-x-`))).toBe(true);
    expect(readdirSync(one)).toEqual([]);
  });

  it('is removed at the end, with parts that may not be written to', async () => {
    const { make, lifetime } = await bench();
    const folder = await make().temporary('x');
    mkdirSync(join(folder, 'closed'));
    writeFileSync(join(folder, 'closed/file'), '');
    chmodSync(join(folder, 'closed'), 0o500);
    await lifetime.end();
    expect(existsSync(folder)).toBe(false);
  });

  it('sweeps away what a killed run left a day ago, and nothing else', async () => {
    const { make, folder } = await bench();
    const gone = String(spawnSync('true').pid);
    const place = (name: string, days: number) => {
      mkdirSync(join(folder, name));
      utimesSync(join(folder, name), DAYS(days), DAYS(days));
    };
    place(`pymaint-${gone}-old-a`, 2);
    place(`pymaint-${gone}-new-b`, 0);
    place(`pymaint-${process.ppid}-running-c`, 2);
    place('pymaint-notes', 9);
    place('other', 9);
    const mine = await make().temporary('d');
    expect(readdirSync(folder).toSorted()).toEqual(
      [
        'other',
        'pymaint-notes',
        `pymaint-${gone}-new-b`,
        `pymaint-${process.ppid}-running-c`,
        mine.slice(folder.length + 1),
      ].toSorted(),
    );
  });
});

it('keeps a file beside the reports, whatever its name is', async () => {
  const { make, folder } = await bench();
  const path = await make().keep('../release notes.md', 'Words\n');
  expect(path).toBe(join(folder, 'reports', '..-release-notes.md'));
  expect(await make().read(path)).toBe('Words\n');
});
