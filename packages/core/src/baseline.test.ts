import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBaseline, makeBaseline, parseBaseline } from './baseline.ts';
import type { Finding } from './finding.ts';

const finding = fc.record({
  rule: fc.constantFrom('a/b', 'a/c'),
  level: fc.constant('error' as const),
  message: fc.constantFrom('X', 'Y'),
  place: fc.record({
    path: fc.constantFrom('a.py', 'b.py'),
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.constant(1),
  }),
});
const findings: fc.Arbitrary<readonly Finding[]> = fc.array(finding, { maxLength: 20 });

describe('a baseline', () => {
  it('accepts what it was made of, wherever the lines have moved', () => {
    fc.assert(
      fc.property(findings, fc.nat(50), (found, by) => {
        const moved = found.map((one) => ({
          ...one,
          place: { ...one.place, line: one.place.line + by },
        }));
        const { kept, accepted } = applyBaseline(moved, makeBaseline(found));
        expect([kept, accepted.length]).toEqual([[], found.length]);
      }),
    );
  });

  it('lets through only what is more than it holds', () => {
    fc.assert(
      fc.property(findings, findings, (old, added) => {
        const { kept } = applyBaseline([...old, ...added], makeBaseline(old));
        expect(kept.length).toBe(added.length);
      }),
    );
  });

  it('is the same file whatever the order of findings', () => {
    fc.assert(
      fc.property(findings, (found) => {
        expect(makeBaseline(found.toReversed())).toEqual(makeBaseline(found));
      }),
    );
  });

  it('is read back from its file', () => {
    fc.assert(
      fc.property(findings, (found) => {
        const baseline = makeBaseline(found);
        expect(parseBaseline('baseline.json', JSON.stringify(baseline))).toEqual(baseline);
      }),
    );
  });

  it.each([
    'not JSON',
    'null',
    '[]',
    '{"schema": "pymaint-baseline/2", "findings": []}',
    '{"schema": "pymaint-baseline/1"}',
    '{"schema": "pymaint-baseline/1", "findings": [1]}',
    '{"schema": "pymaint-baseline/1", "findings": [{"rule": "a", "path": "b", "message": "c", "count": 0}]}',
  ])('is refused where its file is %s', (text) => {
    expect(() => parseBaseline('b.json', text)).toThrow(
      /^b\.json:1:1: Unexpected .* `--write-baseline`/,
    );
  });
});
