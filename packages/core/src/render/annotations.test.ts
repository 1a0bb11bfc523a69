import { describe, expect, it } from 'vitest';
import { annotationsOf } from './annotations.ts';
import { failedWith, sampleReport, troubled } from './sample-report.ts';

const place = { path: 'a.py', line: 3, column: 1 };
const many = (n: number, level: 'error' | 'warning') =>
  Array.from({ length: n }, (_, at) => ({
    message: `Problem ${at}`,
    level,
    place: { ...place, line: at + 1 },
  }));

describe('annotationsOf', () => {
  it('gives the rule, the first sentence and the remedy at the exact place', () => {
    expect(annotationsOf(sampleReport(troubled))[1]).toEqual({
      level: 'error',
      title: 'artifact/no-stray-packages',
      message:
        'Unexpected top-level package `tests` in attrsx-2.4.0-py3-none-any.whl, expected `attrsx` only\n' +
        'fix: add `packages = ["src/attrsx"]`',
      file: 'pyproject.toml',
      line: 31,
      endLine: 31,
      col: 1,
      endColumn: 33,
    });
  });

  it('leaves columns out where a range spans lines', () => {
    const long = { ...place, endLine: 5, endColumn: 2 };
    const [annotation] = annotationsOf(
      sampleReport([failedWith('a/b', { message: 'X', place: long })]),
    );
    expect(annotation).toMatchObject({ line: 3, endLine: 5 });
    expect(annotation).not.toHaveProperty('col');
  });

  it('takes ten of a level, worst and first of them, and says in the tenth how many more there are', () => {
    const report = sampleReport([
      failedWith('a/b', ...many(3, 'warning'), ...many(10_000, 'error')),
    ]);
    const annotations = annotationsOf(report, { reportPath: 'report.json' });
    expect(annotations.map(({ level }) => level)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 3 }, () => 'warning'),
    ]);
    expect(annotations[9]?.message).toBe(
      'Problem 9\n9,990 more errors: see the job summary and report.json.',
    );
  });

  it('says nothing of more where ten are all', () => {
    const annotations = annotationsOf(sampleReport([failedWith('a/b', ...many(10, 'error'))]));
    expect(annotations[9]?.message).toBe('Problem 9');
  });

  it('keeps a message within 4,096 characters, with its last line', () => {
    const problems = many(11, 'error').map((problem) => ({
      ...problem,
      message: '漢'.repeat(9000),
    }));
    const annotations = annotationsOf(sampleReport([failedWith('a/b', ...problems)]));
    expect(annotations.map(({ message }) => message.length)).toEqual(
      Array.from({ length: 10 }, () => 4096),
    );
    expect(annotations[9]?.message).toMatch(/…\n1 more error: see the job summary\.$/);
  });
});
