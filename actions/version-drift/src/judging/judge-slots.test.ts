import { applyEdits, judgeAll, type Problem, type TextEdit } from '@pymaint/core';
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
  .tuple(version, version, version, version, version)
  .map(([declared, dunder, citation, install, tuple]): Files => ({
    'pyproject.toml': PYPROJECT.replace('1.4.0', declared),
    'src/attrsx/__init__.py': `__version__ = '${dunder}'  # kept\nversion_info = (${tuple.replaceAll('.', ', ')})\n`,
    'CITATION.cff': `cff-version: 1.2.0\nversion: "${citation}" # kept\n`,
    'README.md': `    pip install attrsx==${install}  # kept\n`,
    'docs/a.rst': '.. versionadded:: next\n   kept\n',
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
      const edits = editsOf(files, told);
      const after = fixed(files, edits);
      expect(editsOf(after, told)).toEqual([]);
      expect(after['pyproject.toml']).toBe(PYPROJECT.replace('1.4.0', releaseAs));
      expect(after['src/attrsx/__init__.py']).toBe(
        `__version__ = '${releaseAs}'  # kept\nversion_info = (${releaseAs.replaceAll('.', ', ')})\n`,
      );
      expect(after['CITATION.cff']).toBe(`cff-version: 1.2.0\nversion: "${releaseAs}" # kept\n`);
      expect(after['docs/a.rst']).toBe(`.. versionadded:: ${releaseAs}\n   kept\n`);
    }),
    { numRuns: 60 },
  );
});
