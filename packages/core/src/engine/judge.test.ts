import { describe, expect, it } from 'vitest';
import { checksOver, type Check } from '../check.ts';
import { known, notApplicable, notKnown, type Fact } from '../fact.ts';
import { doubt, fail, pass, skip } from '../verdict.ts';
import { isSelected, judgeAll, wantedFacts, type Outcome } from './judge.ts';

interface Facts {
  readonly [name: string]: Fact<unknown>;
  readonly tag: Fact<string>;
  readonly declared: Fact<string>;
}

const check = checksOver<Facts>();
const place = { path: 'a.py', line: 1, column: 1 };
const facts = { tag: known('v1', place), declared: known('1', place) };
const problem = { message: 'Unexpected', place };

const good = check({
  id: 'a/good',
  summary: '',
  reads: ['tag'],
  judge: ({ tag }) => pass(tag.value),
});
const bad = check({ id: 'a/bad', summary: '', reads: [], judge: () => fail(problem) });
const crashing = check({
  id: 'a/crash',
  summary: '',
  reads: [],
  judge: () => {
    throw new Error('boom');
  },
});

const outcomes = (
  checks: readonly Check<Facts>[],
  given: Partial<Facts> = facts,
): readonly Outcome[] => judgeAll(checks, given).map(({ outcome }) => outcome);

describe('judgeAll', () => {
  it('goes on when a check crashes', () => {
    expect(outcomes([crashing, good])).toMatchObject([
      { status: 'crash', crash: { message: 'check `a/crash` crashed: boom' } },
      { status: 'pass', found: 'v1' },
    ]);
  });

  it.each([undefined, null, 'a text', { toString: null }])(
    'survives a check that throws %j',
    (thrown) => {
      const odd = check({
        id: 'a/odd',
        summary: '',
        reads: [],
        judge: () => {
          throw thrown;
        },
      });
      expect(outcomes([odd])).toMatchObject([{ status: 'crash' }]);
    },
  );

  it('takes no verdict for a doubt, never for a pass', () => {
    const silent = check({ id: 'a/silent', summary: '', reads: [], judge: () => pass() });
    const broken = { ...silent, judge: () => ({ status: 'fine' }) as never };
    expect(outcomes([broken])).toMatchObject([{ status: 'skip', because: 'not-known' }]);
  });

  it('gives findings the rule of their check and its level, unless they bring their own', () => {
    const mild = check({
      id: 'a/mild',
      summary: '',
      level: 'warning',
      reads: [],
      judge: () => fail(problem, { ...problem, level: 'notice' }),
    });
    const [outcome] = outcomes([mild]);
    expect(outcome).toMatchObject({
      findings: [
        { rule: 'a/mild', level: 'warning' },
        { rule: 'a/mild', level: 'notice' },
      ],
    });
  });

  it.each([
    [notKnown('no answer'), { status: 'skip', reason: 'no answer', because: 'not-known' }],
    [notApplicable('no tags'), { status: 'skip', reason: 'no tags', because: 'not-applicable' }],
    [
      { known: false, why: 'it crashed', because: 'crashed' } as const,
      { status: 'skip', reason: 'it crashed', because: 'not-known' },
    ],
    [undefined, { status: 'skip', reason: '`tag` was not gathered', because: 'not-known' }],
  ])('skips a check for the reason that its fact is %j', (tag, outcome) => {
    expect(outcomes([good], tag === undefined ? {} : { tag })).toEqual([outcome]);
  });

  it('shows a check the facts that it names and no other, unknown ones where it may lack them', () => {
    const seen: unknown[] = [];
    const curious = check({
      id: 'a/curious',
      summary: '',
      reads: ['tag'],
      mayLack: ['declared'],
      judge(given) {
        seen.push(given);
        return pass();
      },
    });
    const declared = notKnown('broken');
    judgeAll([curious], { ...facts, declared, other: known(1, place) });
    expect(seen).toEqual([{ tag: facts.tag, declared }]);
  });

  it.each([
    [bad, 'skip'],
    [crashing, 'skip'],
    [good, 'pass'],
    [check({ id: 'a/none', summary: '', reads: [], judge: () => skip('nothing') }), 'pass'],
    [check({ id: 'a/doubt', summary: '', reads: [], judge: () => doubt('who knows') }), 'pass'],
  ])('judges after %j only where that did not fail', (needed, status) => {
    const next = check({
      id: 'b/next',
      summary: '',
      reads: [],
      needs: [needed.id],
      judge: () => pass(),
    });
    expect(outcomes([needed, next])[1]).toMatchObject({ status });
  });

  it('does not judge what was not asked for, and says so', () => {
    const judged = judgeAll([good, bad], facts, { only: ['a'], skip: ['a/bad'] });
    expect(judged.map(({ outcome }) => outcome)).toMatchObject([
      { status: 'pass' },
      { status: 'skip', reason: 'skipped on request', because: 'not-asked' },
    ]);
    expect(judgeAll([good], facts, { only: ['b'], skip: [] })[0]?.outcome).toMatchObject({
      reason: 'not asked for',
    });
  });
});

describe('isSelected', () => {
  it.each([
    [[], [], true],
    [['a'], [], true],
    [['a/good'], [], true],
    [['*'], [], true],
    [['a/goo'], [], false],
    [['b'], [], false],
    [[], ['a'], false],
    [['a/good'], ['a/good'], false],
    [[], ['*'], false],
    [[], ['a/bad'], true],
  ])('only %j, without %j: %s', (only, without, selected) => {
    expect(isSelected('a/good', { only, skip: without })).toBe(selected);
  });
});

describe('wantedFacts', () => {
  it('names the facts of the selected checks, each once', () => {
    const both = check({
      id: 'b/both',
      summary: '',
      reads: ['tag'],
      mayLack: ['declared'],
      judge: () => pass(),
    });
    expect(wantedFacts([good, both], { only: [], skip: [] })).toEqual(['tag', 'declared']);
    expect(wantedFacts([good, both], { only: [], skip: ['b'] })).toEqual(['tag']);
  });
});
