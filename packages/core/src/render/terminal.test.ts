import { describe, expect, it } from 'vitest';
import { CheckCrash } from '../errors.ts';
import { failedWith, judgedAs, sampleReport, sampleSources, troubled } from './sample-report.ts';
import { renderTerminal, type TerminalOptions } from './terminal.ts';
import { displayWidth } from './width.ts';

const place = { path: 'a.py', line: 1, column: 1 };
const all: TerminalOptions = { sources: sampleSources, reportPath: '.pymaint/report.json' };
// What the terminal obeys: SGR sequences.
const uncoloured = (text: string): string => text.replace(/\u001B\[\d+m/g, '');

describe('renderTerminal', () => {
  it('shows the verdict, what is not known, each group and each finding', () => {
    expect(renderTerminal(sampleReport(troubled), all)).toBe(`\
attrsx 2.4.0 · tag v2.4.0 · hatchling, version from src/attrsx/__init__.py:3
Not known: advisories/none-open.

  ✓ version     PEP 440, canonical, follows 2.3.1
  ✓ changelog   CHANGELOG.md:12, 2026-11-20, 7 entries
  ✗ artifact    1 error: no-stray-packages
  ✗ docs        1 error: builds-without-warnings
  – advisories  not checked: the advisory service did not answer in 20 s
  · git         nothing to check: no version from git
  ✓ tests       1,204 passed in a clean environment, from the wheel

  error   docs/builds-without-warnings  docs/api.rst:118:26
          Unexpected label \`converter-order\`, expected one that exists; did you
          mean \`converters-order\`?
          118 │ To convert, see :ref:\`converter-order\` and the rest.
              │                       ^^^^^^^^^^^^^^^
          the nearest label is here: docs/extending.rst:40:1
  error   artifact/no-stray-packages  pyproject.toml:31:1
          Unexpected top-level package \`tests\` in attrsx-2.4.0-py3-none-any.whl,
          expected \`attrsx\` only
          31 │ [tool.hatch.build.targets.wheel]
          fix: add \`packages = ["src/attrsx"]\` (pymaint fix)

Not ready: 2 errors, 1 thing not known. 49.0 s.
Report: .pymaint/report.json   Why a rule: pymaint explain RULE
`);
  });

  it('says the same with colours as without', () => {
    const report = sampleReport(troubled);
    const coloured = renderTerminal(report, { ...all, colour: true });
    expect(coloured).not.toBe(renderTerminal(report, all));
    expect(uncoloured(coloured)).toBe(renderTerminal(report, all));
  });

  it('takes a line a group and a verdict for a project where all is well', () => {
    const good = ['version/canonical', 'git/clean', 'tests/pass'].map((id) =>
      judgedAs(id, { status: 'pass', found: 'well' }),
    );
    expect(renderTerminal(sampleReport(good, { milliseconds: 420 })).split('\n')).toEqual([
      'attrsx 2.4.0 · tag v2.4.0 · hatchling, version from src/attrsx/__init__.py:3',
      '',
      '  ✓ version     well',
      '  ✓ git         well',
      '  ✓ tests       well',
      '',
      'Ready. 0.4 s.',
      '',
    ]);
  });

  it('says only the verdict, and what is not known, when quiet', () => {
    expect(renderTerminal(sampleReport(troubled), { ...all, verbosity: 'quiet' })).toBe(
      'Not known: advisories/none-open.\nNot ready: 2 errors, 1 thing not known. 49.0 s.\n',
    );
  });

  it('never draws a crash as good, and names it first', () => {
    const judged = [
      judgedAs('a/one', { status: 'pass', found: 'well' }),
      judgedAs('a/two', {
        status: 'crash',
        crash: new CheckCrash('check `a/two`', new Error('boom')),
      }),
    ];
    const [, second, , group] = renderTerminal(sampleReport(judged)).split('\n');
    expect(second).toBe('Not known: a/two.');
    expect(group).toBe('  – a           not checked: check `a/two` crashed: boom');
  });
});

describe('the limits of a terminal', () => {
  it('folds long lists, says how many are left out and how to see them', () => {
    const problems = Array.from({ length: 200 }, (_, n) => ({ message: `No ${n}`, place }));
    const report = sampleReport([failedWith('a/b', ...problems)]);
    const folded = renderTerminal(report);
    expect(folded).toContain('… 190 more findings: --verbose shows all, and so does the report');
    expect(folded.split('\n').length).toBeLessThan(40);
    expect(renderTerminal(report, { verbosity: 'verbose' })).toContain('No 199');
  });

  it.each([40, 60, 80, 120])(
    'stays within %d columns, wide characters and long words too',
    (width) => {
      const words = ['漢字'.repeat(60), 'x'.repeat(300), '👩‍👩‍👧 '.repeat(40), 'a b '.repeat(500)];
      const judged = words.flatMap((word, n) => [
        failedWith(`group${n}/check`, {
          message: word,
          place,
          remedy: word,
          related: [{ message: word, place }],
        }),
        judgedAs(`${word.slice(0, 90)}/x`, { status: 'skip', reason: word, because: 'not-known' }),
        judgedAs(`good${n}/x`, { status: 'pass', found: word }),
      ]);
      const report = sampleReport(judged, { headline: words.join(' '), logs: [] });
      for (const verbosity of ['normal', 'verbose', 'quiet'] as const) {
        const text = renderTerminal(report, { width, verbosity, sources: () => words.join('') });
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    },
  );

  it('lets nothing through that a terminal obeys', () => {
    const evil = 'a\u001B[2J\u0007\u009B31m\r::error::x\u202E\u0000';
    const judged = [
      failedWith('a/b', {
        message: evil,
        place: { ...place, path: evil },
        remedy: evil,
        related: [{ message: evil, place: { ...place, path: evil } }],
      }),
      judgedAs(`c/${evil}`, { status: 'skip', reason: evil, because: 'not-known' }),
    ];
    const report = sampleReport(judged, { headline: evil, logs: [{ name: evil, path: evil }] });
    const text = renderTerminal(report, {
      verbosity: 'verbose',
      sources: () => evil,
      reportPath: evil,
    });
    expect(text.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/);
  });
});
