import {
  fileStart,
  judgeAll,
  known,
  notApplicable,
  notKnown,
  type Check,
  type Outcome,
} from '@pymaint/core';
import {
  findReleaseDates,
  findSlots,
  parseVersion,
  pythonClaims,
  readProject,
  sourceTree,
  statedPythons,
  type ReleaseDate,
} from '@pymaint/python';
import { recipesOf } from './gather/recipes.ts';
import { targetOf, versionOption } from './gather/target.ts';
import { bumpPatterns } from './judging/bump-patterns.ts';
import { judgeSlots } from './judging/judge-slots.ts';
import type { DriftFacts, Release } from './facts.ts';

/** A project named attrsx that declares 1.4.0 at pyproject.toml:3:12. */
export const PYPROJECT = `[project]
name = "attrsx"
version = "1.4.0"
urls.Source = "https://github.com/owner/attrsx"
`;

/** What a test says of the project beside its files. */
export interface Told {
  /** Versions that are tagged `v…`, perhaps with a day; one that ends in `!` is tagged at the commit that is checked out. */
  readonly tags?: readonly string[];
  readonly releaseAs?: string;
  readonly expected?: string;
  /** The day of the declared version's entry in the changelog. */
  readonly day?: string;
  /** Versions on the index; undefined: it is not asked. */
  readonly published?: readonly string[];
  /** The day on which the declared version was written. */
  readonly declaredDay?: string;
  /** In days. Default: 90. */
  readonly within?: number;
  /** Default 2026-11-24. */
  readonly today?: string;
}

/** The facts of a project of these files, gathered as the action gathers them, but from memory. */
export function someFacts(files: { readonly [path: string]: string }, told: Told = {}): DriftFacts {
  const tree = sourceTree({ 'pyproject.toml': PYPROJECT, ...files });
  const read = readProject(tree);
  const place = fileStart('pyproject.toml');
  const project = read === undefined ? notKnown('there is no project') : known(read, place);
  const tags = told.tags ?? [];
  const releases =
    tags.length === 0 ? notApplicable('there are no tags') : known(tags.flatMap(release), place);
  const { expected, releaseAs } = told;
  const options = { expected, 'release-as': releaseAs, 'tag-format': undefined };
  const target = targetOf(options, project, releases, place);
  return {
    sources: known({ files: tree.list(), read: async (path) => tree.read(path) }, place),
    project,
    releases,
    published: known(
      told.published === undefined
        ? { asked: false, why: 'not asked' }
        : {
            asked: true,
            url: 'https://index.example/simple',
            releases: told.published.flatMap(release),
          },
      place,
    ),
    declaredDay:
      told.declaredDay === undefined
        ? notApplicable('no history')
        : known(
            { day: told.declaredDay, within: told.within ?? 90 },
            target.known ? target.place : place,
          ),
    target,
    today: known(told.today ?? '2026-11-24', place),
    told:
      told.day === undefined
        ? notApplicable('no entry')
        : known({ day: told.day }, fileStart('CHANGES.md')),
    dates: read === undefined ? notApplicable('no project') : datesOf(findReleaseDates(tree, read)),
    releaseAs:
      told.releaseAs === undefined
        ? notApplicable('`release-as` names no version')
        : known(versionOption('release-as', told.releaseAs), place),
    slots:
      read === undefined
        ? notKnown('there is no project')
        : known(judgeSlots(findSlots(tree, read), read, target, releases), place),
    bumpPatterns: target.known
      ? known(bumpPatterns(tree, target.value.version.canonical), place)
      : target,
    recipes: read === undefined ? notApplicable('no project') : recipesOf(tree, read),
    pythonClaims:
      read === undefined ? notKnown('there is no project') : known(pythonClaims(tree, read), place),
    statedPythons:
      read === undefined
        ? notKnown('there is no project')
        : known(statedPythons(tree, read), place),
  };
}

function datesOf(dates: readonly ReleaseDate[]): DriftFacts['dates'] {
  const [first] = dates;
  return first === undefined ? notApplicable('no days') : known(dates, first.place);
}

function release(text: string): readonly Release[] {
  const [written = '', date = '2026-01-02'] = text.replace('!', '').split(' ');
  const version = parseVersion(written);
  return version === undefined
    ? []
    : [{ tag: `v${version.text}`, version, date, here: text.endsWith('!') }];
}

/** What becomes of one check over these facts. */
export function outcomeOf(check: Check<DriftFacts>, facts: DriftFacts): Outcome {
  const [judged] = judgeAll([{ ...check, needs: [] }], facts);
  return judged?.outcome ?? { status: 'skip', reason: 'no check', because: 'not-asked' };
}

/** Its findings as the tests compare them: `error src/a.py:3:1 Unexpected … → new text`, `→?` for a fix that is not safe. */
export function findingsOf(check: Check<DriftFacts>, facts: DriftFacts): readonly string[] {
  const outcome = outcomeOf(check, facts);
  if (outcome.status !== 'fail') return [];
  return outcome.findings.map(({ level, place, message, fix }) => {
    const arrow = fix?.safe === false ? '→?' : '→';
    const edit = fix === undefined ? '' : ` ${arrow} ${fix.edits[0]?.newText ?? ''}`;
    return `${level} ${place.path}:${place.line}:${place.column} ${message}${edit}`;
  });
}
