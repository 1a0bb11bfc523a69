import { fileStart, judgeAll, known, type Check, type Outcome } from '@pymaint/core';
import type { Build, Distribution, Project, ReleaseFacts } from './facts.ts';

/** What becomes of one check over these facts: for tests of checks. */
export function outcomeOf(check: Check<ReleaseFacts>, facts: Partial<ReleaseFacts>): Outcome {
  const [judged] = judgeAll([{ ...check, needs: [] }], facts);
  return judged?.outcome ?? { status: 'skip', reason: 'no check', because: 'not-asked' };
}

/** A finding as the tests compare it: `error src/a.py:3:1 Unexpected …`, without its remedy. */
export const findingsOf = (
  check: Check<ReleaseFacts>,
  facts: Partial<ReleaseFacts>,
): readonly string[] => {
  const outcome = outcomeOf(check, facts);
  return outcome.status === 'fail'
    ? outcome.findings.map(
        ({ level, place, message }) =>
          `${level} ${place.path}:${place.line}:${place.column} ${message}`,
      )
    : [];
};

/** A healthy project's own facts. */
export const someProject = (changes: Partial<Project> = {}): ReleaseFacts['project'] =>
  known(
    {
      name: 'attrsx',
      normalizedName: 'attrsx',
      backend: 'hatchling',
      versionFromGit: false,
      ...changes,
    },
    fileStart('pyproject.toml'),
  );

const someDistribution = (filename: string, changes: Partial<Distribution>): Distribution => ({
  path: `/dist/${filename}`,
  filename,
  size: 1000,
  sha256: '0'.repeat(64),
  files: [],
  texts: {},
  ...changes,
});

/** What a build of a healthy project gives. */
export const someBuild = (
  sdist: Partial<Distribution> = {},
  wheel: Partial<Distribution> = {},
): Build & { readonly kind: 'built' } => ({
  kind: 'built',
  folder: '/dist',
  sdist: someDistribution('attrsx-1.2.3.tar.gz', sdist),
  wheel: someDistribution('attrsx-1.2.3-py3-none-any.whl', wheel),
});
