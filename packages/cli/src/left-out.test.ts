import { cp, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatPlace, type Finding, type Report } from '@pymaint/core';
import { expect, it, onTestFinished } from 'vitest';
import { ACTIONS } from './actions.ts';
import { leftOut } from './left-out.ts';
import { runCommand } from './run-command.ts';

const TROUBLED = fileURLToPath(new URL('../../../examples/troubled', import.meta.url));

async function findings(...args: readonly string[]): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'left-out-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(TROUBLED, folder, { recursive: true });
  let out = '';
  await runCommand(
    {
      args: [...args, folder, '--format', 'json'],
      cwd: folder,
      isTerminal: false,
      columns: 80,
      colour: false,
      canRedraw: false,
      unicode: true,
      whenStopped: () => () => undefined,
      write: (text) => void (out += text),
      writeError: () => undefined,
    },
    ACTIONS,
  );
  const parsed = JSON.parse(out) as Report | { readonly reports: readonly Report[] };
  return ('reports' in parsed ? parsed.reports : [parsed]).flatMap((report) => report.findings);
}

/** Whether it is told by more than one rule: one place may hold several faults of one kind. */
const toldTwice = (found: readonly Finding[]): readonly string[] =>
  found
    .filter(
      (one) =>
        one.level === 'error' &&
        found.some(
          (other) =>
            other.rule !== one.rule &&
            other.level === 'error' &&
            formatPlace(other.place) === formatPlace(one.place),
        ),
    )
    .map(({ rule, place }) => `${formatPlace(place)} ${rule}`);

it('tells no fault twice where all actions judge a project', async () => {
  const found = await findings('check');
  expect(found.length).toBeGreaterThan(10);
  expect(toldTwice(found)).toEqual([]);
});

it('leaves to a sibling only what the sibling finds as well', async () => {
  const all = await findings('check');
  const alone = await findings('release-gate', '--skip', 'tests,docs,artifact');
  const left = new Set(ACTIONS.flatMap(({ leftTo }) => Object.values(leftTo).flat()));
  const told = alone.filter(({ rule }) => left.has(rule));
  const lost = told.filter(
    ({ place }) => !all.some((one) => formatPlace(one.place) === formatPlace(place)),
  );
  expect(told.length).toBeGreaterThan(0);
  expect(lost).toEqual([]);
});

it.each(['--skip', '--checks'])('takes the name of any action’s check behind %s', async (flag) => {
  const all = (await findings('check')).map(({ rule }) => rule);
  const some = (await findings('check', flag, 'drift')).map(({ rule }) => rule);
  const wanted = (rule: string): boolean => rule.startsWith('drift/') === (flag === '--checks');
  expect(some).toEqual(all.filter(wanted));
  expect(new Set(all.map(wanted)).size).toBe(2);
});

it('names only checks and actions that there are', () => {
  for (const action of ACTIONS)
    for (const [sibling, ids] of Object.entries(action.leftTo)) {
      expect(ACTIONS.map(({ name }) => name)).toContain(sibling);
      expect(action.checks.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
    }
});

it('leaves nothing to a sibling that does not run', () => {
  const [gate] = ACTIONS;
  expect(gate && leftOut(gate, [gate])).toEqual(gate?.slow);
});
