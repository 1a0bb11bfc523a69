import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { unpackedSdist } from '@pymaint/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, parseVersion } from './pep440.ts';
import { parseRequirement } from './pep508.ts';
import { contradiction, parseSpecifiers, specifiersContain } from './specifiers.ts';

// The `packaging` project is the reference for versions and specifiers: the same questions are put to it and to us.
const ORACLE = `
import json, sys
from packaging.version import Version, InvalidVersion
from packaging.specifiers import SpecifierSet, InvalidSpecifier
from packaging.requirements import Requirement, InvalidRequirement
def ask(kind, *args):
    try:
        if kind == "canonical": return str(Version(args[0]))
        if kind == "compare":
            a, b = map(Version, args); return (a > b) - (a < b)
        if kind == "contains": return SpecifierSet(args[0]).contains(args[1], prereleases=True)
        if kind == "requirement": return sorted(Requirement(args[0]).extras)
    except (InvalidVersion, InvalidSpecifier, InvalidRequirement): return None
json.dump([ask(*question) for question in json.load(sys.stdin)], sys.stdout)
`;

type Question = readonly [kind: string, ...args: string[]];

async function ask(questions: readonly Question[]): Promise<readonly unknown[]> {
  const source = join(await unpackedSdist('packaging'), 'src');
  const output = execFileSync('python3', ['-c', ORACLE], {
    input: JSON.stringify(questions),
    env: { ...process.env, PYTHONPATH: source, PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output.toString()) as readonly unknown[];
}

const number = fc.nat({ max: 12 }).map(String);
const part = (...words: string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc
      .tuple(
        fc.constantFrom('.', '-', '_', ''),
        fc.constantFrom(...words),
        fc.constantFrom('.', ''),
        number,
      )
      .map((parts) => parts.join('')),
  );
const version = fc
  .tuple(
    fc.constantFrom('', '', '', 'v', '1!', '0!'),
    fc.array(number, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
    part('a', 'b', 'rc', 'alpha', 'Beta', 'c', 'preview'),
    part('post', 'rev', 'r'),
    part('dev'),
    fc.constantFrom('', '', '', '+local', '+Ubuntu-1', '+1.2'),
  )
  .map((parts) => parts.join(''));
const clause = fc
  .tuple(
    fc.constantFrom('==', '!=', '<=', '>=', '<', '>', '~='),
    version,
    fc.constantFrom('', '', '.*'),
  )
  .map((parts) => parts.join(''));

const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 440 });

describe('agreement with the packaging project', () => {
  it('on the normal form of any spelling', async () => {
    const versions = sample(version, 3000);
    const answers = await ask(versions.map((text) => ['canonical', text]));
    expect(versions.map((text) => parseVersion(text)?.canonical ?? null)).toEqual(answers);
    expect(new Set(answers).size).toBeGreaterThan(1000);
  });

  it('on the order of versions', async () => {
    const pairs = sample(fc.tuple(version, version), 3000);
    const answers = await ask(pairs.map(([a, b]) => ['compare', a, b]));
    const ours = pairs.map(([a, b]) => {
      const [first, second] = [parseVersion(a), parseVersion(b)];
      return first && second ? Math.sign(compareVersions(first, second)) : null;
    });
    expect(ours).toEqual(answers);
  });
});

describe('agreement with the packaging project about specifiers', () => {
  it('on which clauses are valid, and which versions they contain', async () => {
    const cases = sample(fc.tuple(clause, version), 6000);
    const answers = await ask(cases.map(([text, candidate]) => ['contains', text, candidate]));
    const ours = cases.map(([text, candidate]) => {
      const [parsed, read] = [parseSpecifiers(text), parseVersion(candidate)];
      return parsed.ok && read ? specifiersContain(parsed.set, read, { prereleases: true }) : null;
    });
    const differing = cases.flatMap((pair, at) =>
      ours[at] === answers[at] ? [] : [[...pair, ours[at]]],
    );
    expect(differing).toEqual([]);
    expect(answers.filter((answer) => answer === true).length).toBeGreaterThan(500);
  });

  it('never calls a set contradictory that some version satisfies', async () => {
    const sets = sample(fc.array(clause, { minLength: 2, maxLength: 3 }), 3000).flatMap(
      (clauses) => {
        const parsed = parseSpecifiers(clauses.join(','));
        return parsed.ok && contradiction(parsed.set) ? [clauses.join(',')] : [];
      },
    );
    const versions = sample(version, 60);
    const questions = sets
      .slice(0, 300)
      .flatMap((text) => versions.map((v): Question => ['contains', text, v]));
    const answers = await ask(questions);
    expect(questions.filter((_, at) => answers[at] === true)).toEqual([]);
    expect(sets.length).toBeGreaterThan(100);
  });
});

describe('agreement with the packaging project about requirements', () => {
  it('on which requirements are valid', async () => {
    const piece = fc.constantFrom(
      'name',
      'a.b',
      ' ',
      '[x]',
      '[x,y]',
      '[',
      ']',
      '>=1',
      '==1.*',
      ',',
      '<2',
      '(',
      ')',
      ';',
      ' and ',
      ' or ',
      'python_version',
      '<',
      '"3.9"',
      "'x'",
      'os_name',
      ' not in ',
      ' in ',
      'extra',
      ' @ ',
      'https://x.test/y',
      ' ;',
    );
    const texts = sample(
      fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
      6000,
    );
    const markers = texts.map((text) => `name; ${text}`);
    const all = [...texts, ...markers];
    const answers = await ask(all.map((text) => ['requirement', text]));
    const ours = all.map((text) => {
      const parsed = parseRequirement(text);
      return parsed.ok ? parsed.requirement.extras.toSorted() : null;
    });
    const differing = all.filter(
      (_, at) => JSON.stringify(ours[at]) !== JSON.stringify(answers[at]),
    );
    expect(differing).toEqual([]);
  });
});
