import {
  annotationsOf,
  applyEdits,
  buildReport,
  judgeAll,
  lineIndex,
  renderSarifReports,
  type Problem,
  type TextEdit,
} from '@pymaint/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHECKS } from '../checks/index.ts';
import { PYPROJECT, someFacts, type Told } from '../testing.ts';

type Files = { readonly [path: string]: string };

const problemsOf = (files: Files, told: Told): readonly Problem[] =>
  judgeAll(CHECKS, someFacts(files, told)).flatMap(({ outcome }) =>
    outcome.status === 'fail' ? outcome.findings : [],
  );

const editsOf = (files: Files, told: Told): readonly TextEdit[] =>
  problemsOf(files, told).flatMap(({ fix }) => fix?.edits ?? []);

/** What is done unasked: places in doubt are left to people. */
const safeEditsOf = (files: Files, told: Told): readonly TextEdit[] =>
  problemsOf(files, told).flatMap(({ fix }) => (fix?.safe === false ? [] : (fix?.edits ?? [])));

const fixed = (files: Files, edits: readonly TextEdit[]): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      applyEdits(
        text,
        edits.filter(({ range }) => range.path === path),
      ).text,
    ]),
  );

const version = fc
  .tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }), fc.integer({ min: 1, max: 30 }))
  .map((parts) => parts.join('.'));

/** A project in which every place holds a version of its own. */
const project = fc
  .tuple(version, version, version, version, version, version)
  .map(([declared, dunder, citation, install, tuple, more]): Files => ({
    'pyproject.toml': PYPROJECT.replace('1.4.0', declared),
    'src/attrsx/__init__.py': `__version__ = '${dunder}'  # kept\nversion_info = (${tuple.replaceAll('.', ', ')})\n`,
    'CITATION.cff': `cff-version: 1.2.0\nversion: "${citation}" # kept\n`,
    'README.md': `    pip install attrsx==${install}  # kept\n`,
    'docs/a.rst': '.. versionadded:: next\n   kept\n',
    'uv.lock': `[[package]]\nname = "attrsx"\nversion = "${more}" # kept\nsource = { editable = "." }\n`,
    'Chart.yaml': `name: attrsx\nappVersion: '${more}' # kept\n`,
    'server.json': `{"name": "a/attrsx", "version": "${more}", "kept": 1}\n`,
    Dockerfile: `ARG ATTRSX_VERSION=${more} # kept\n`,
  }));

it.each<[string, Told]>([
  ['against the declared version', {}],
  ['against tags', { tags: ['9.9.9', '1.0.0'] }],
  ['against the version asked for', { expected: '3.2.1' }],
])('leaves nothing to fix once every fix is applied, %s', (_, told) => {
  fc.assert(
    fc.property(project, (files) => {
      const after = fixed(files, editsOf(files, told));
      expect(editsOf(after, told)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('bumps every certain place at once, and changes no other character', () => {
  fc.assert(
    fc.property(project, version, (files, releaseAs) => {
      const told = { tags: ['1.0.0'], releaseAs };
      const edits = safeEditsOf(files, told);
      const after = fixed(files, edits);
      expect(safeEditsOf(after, told)).toEqual([]);
      expect(after['pyproject.toml']).toBe(PYPROJECT.replace('1.4.0', releaseAs));
      expect(after['src/attrsx/__init__.py']).toBe(
        `__version__ = '${releaseAs}'  # kept\nversion_info = (${releaseAs.replaceAll('.', ', ')})\n`,
      );
      expect(after['CITATION.cff']).toBe(`cff-version: 1.2.0\nversion: "${releaseAs}" # kept\n`);
      expect(after['uv.lock']).toBe(
        `[[package]]\nname = "attrsx"\nversion = "${releaseAs}" # kept\nsource = { editable = "." }\n`,
      );
      expect(after['Chart.yaml']).toBe(`name: attrsx\nappVersion: '${releaseAs}' # kept\n`);
      expect(after['server.json']).toBe(
        `{"name": "a/attrsx", "version": "${releaseAs}", "kept": 1}\n`,
      );
      expect(after['docs/a.rst']).toBe(`.. versionadded:: ${releaseAs}\n   kept\n`);
    }),
    { numRuns: 60 },
  );
});

/** What stands outside of the places of a text, in order. */
function around(path: string, text: string, told: Told, files: Files): readonly string[] {
  const index = lineIndex(path, text);
  const facts = someFacts(files, told);
  const spans = (facts.slots.known ? facts.slots.value : [])
    .map(({ slot }) => slot.place)
    .filter((place) => place.path === path)
    .map((place) => [
      index.offset(place.line, place.column),
      index.offset(place.endLine, place.endColumn),
    ]);
  let done = 0;
  const parts = spans.map(([start = 0, end = 0]) => {
    const part = text.slice(done, start);
    done = end;
    return part;
  });
  return [...parts, text.slice(done)];
}

it('touches only the places, whatever is fixed', () => {
  fc.assert(
    fc.property(project, version, (files, expected) => {
      const told = { tags: ['1.0.0'], expected };
      const after = fixed(files, editsOf(files, told));
      for (const [path, text] of Object.entries(files))
        expect(around(path, after[path] ?? '', told, after)).toEqual(
          around(path, text, told, files),
        );
    }),
    { numRuns: 40 },
  );
});

it('gives the same edit to reviewers’ tools, for exactly the characters of the place', () => {
  const files = { 'src/attrsx/__init__.py': "__version__ = '1.3.2'  # kept\n" };
  const facts = someFacts(files);
  const report = buildReport({
    ...EMPTY_RUN,
    judged: judgeAll(CHECKS, facts),
  });
  const sarif = JSON.parse(
    renderSarifReports([report], { sources: (path) => files[path as keyof typeof files] }),
  ) as Sarif;
  expect(sarif.runs[0]?.results[0]?.fixes[0]?.artifactChanges[0]?.replacements).toEqual([
    {
      deletedRegion: { startLine: 1, startColumn: 16, endLine: 1, endColumn: 21 },
      insertedContent: { text: '1.4.0' },
    },
  ]);
  expect(annotationsOf(report)[0]?.message).toContain('fix: write `1.4.0`');
});

/** As much of SARIF 2.1.0 as is looked at here. */
interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly fixes: readonly {
        readonly artifactChanges: readonly { readonly replacements: readonly unknown[] }[];
      }[];
    }[];
  }[];
}

const EMPTY_RUN = {
  version: '1.0.0',
  action: 'version-drift',
  folder: '',
  headline: 'attrsx',
  words: { yes: 'no drift', no: 'drift', unknown: 'unknown' },
  crashes: [],
  timings: [],
  waivers: [],
  baseline: undefined,
  failOn: 'error',
  today: '2026-11-24',
  milliseconds: 1,
  logs: [],
  data: {},
} as const;
