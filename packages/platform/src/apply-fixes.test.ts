import { flagOption, lineIndex, type Finding, type OptionLayer } from '@pymaint/core';
import { expect, it } from 'vitest';
import { appliedLines, applyFixes, fixAsked } from './apply-fixes.ts';
import type { RunnableAction } from './runnable.ts';

const TEXT = 'version = "1.3" # kept\n';

const finding = (start: number, oldText: string, newText: string, safe = true): Finding => {
  const range = lineIndex('a.toml', TEXT).range(start, start + oldText.length);
  return {
    rule: 'a/b',
    level: 'error',
    message: 'x',
    place: range,
    fix: { title: 'Fix', edits: [{ range, oldText, newText }], safe },
  };
};

/** Files of a project in memory, and what was written to them. */
function project() {
  const texts = new Map([['a.toml', TEXT]]);
  return {
    texts,
    readReported: async (path: string) => texts.get(path),
    writeReported: async (path: string, text: string) => void texts.set(path, text),
  };
}

it('applies each edit once, and changes no other character', async () => {
  const { texts, ...files } = project();
  const same = finding(11, '1.3', '1.4');
  const done = await applyFixes(files, [same, same, finding(0, 'version', 'x', false)]);
  expect(texts.get('a.toml')).toBe('version = "1.4" # kept\n');
  expect(appliedLines(done)).toEqual(['a.toml:1:12: "1.3" → "1.4"\n']);
});

it('says which edits overlap, and applies unsafe ones only when told', async () => {
  const { texts, ...files } = project();
  const both = [finding(11, '1.3', '1.4'), finding(13, '3', '5', false)];
  const done = await applyFixes(files, both, { unsafe: true });
  expect(texts.get('a.toml')).toBe('version = "1.4" # kept\n');
  expect(appliedLines(done)).toEqual([
    'a.toml:1:12: "1.3" → "1.4"\n',
    'a.toml:1:14: left alone: it overlaps another edit\n',
  ]);
});

it('writes nothing on a dry run', async () => {
  const { texts, ...files } = project();
  const done = await applyFixes(files, [finding(11, '1.3', '1.4')], { dryRun: true });
  expect([texts.get('a.toml'), done.applied.length]).toEqual([TEXT, 1]);
});

it.each([
  [{ fix: flagOption('x') }, true, true],
  [{ fix: flagOption('x') }, undefined, false],
  [{}, true, false],
])('an action with the options %j, given %j: %s', (options, given, expected) => {
  const layer: OptionLayer = {
    source: 'flag',
    get: (name) =>
      name === 'fix' && given !== undefined ? { written: given, where: '--fix' } : undefined,
  };
  expect(fixAsked({ options } as unknown as RunnableAction, [layer])).toBe(expected);
});
