import { lineIndex, type Range } from '@pymaint/core';
import { normalizedName } from '../names.ts';
import type { Project } from '../project/types.ts';
import { joinPath, type SourceTree } from '../source-tree.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** A place of a document that says on which Pythons the project runs. */
export interface StatedPythons {
  /** As written: `Python 3.9+`, `Python 3.9 to 3.13`. */
  readonly written: string;
  readonly place: Range;
  readonly first: StatedMinor;
  /** Undefined where it is open above. */
  readonly last: StatedMinor | undefined;
  /**
   * `sentence`: says of the project that it requires or supports them. `badge`: an image. `item`: an entry of a list, whose
   * heading may speak of something narrower.
   */
  readonly kind: 'sentence' | 'badge' | 'item';
}

/** A minor version, exactly its characters. */
export interface StatedMinor {
  /** `3.9`. */
  readonly minor: string;
  readonly place: Range;
}

/** READMEs, and the pages on which people look for what they need; none that tell of the past. */
const PAGE =
  /^(?:readme(?:\.\w+)?|(?:docs?|documentation)\/(?:[\w-]+\/){0,2}(?:install(?:ation|ing)?|getting[-_]started|quick[-_]?start|requirements|prerequisites|index|intro(?:duction)?|overview)\.(?:rst|md|txt))$/i;

/** The documents of a project that say what it needs. */
export const statingPages = (paths: readonly string[], folder: string): readonly string[] => {
  const below = joinPath(folder) ?? '';
  const length = below === '' ? 0 : below.length + 1;
  return paths.filter(
    (path) => (length === 0 || path.startsWith(`${below}/`)) && PAGE.test(path.slice(length)),
  );
};

const MINOR = String.raw`([23]\.\d{1,2})(?![\w.]*\d)`;
const MORE = String.raw`[ ]?\+|[ -](?:or|and|&)[ -](?:newer|later|higher|above|greater|up|upwards?|better)\b`;
const TO = String.raw`[ ]?(?:-{1,3}|–|—|\bto\b|\bthrough\b|\buntil\b|\bup to\b)[ ]?`;
const NEXT = String.raw`(?:,?[ ](?:and|or|&)[ ]|,[ ]?|[ ]?[|/][ ]?)`;
/** What a sentence or a badge says behind the word Python: an open range, a closed one, or a list. */
const PYTHONS = String.raw`(?:(?:>=|≥)[ ]?${MINOR}|${MINOR}(?:${MORE})|${MINOR}${TO}(?:Python[ ])?${MINOR}|${MINOR}((?:${NEXT}[23]\.\d{1,2}(?![\w.]*\d))+))`;
const PHRASE = new RegExp(
  String.raw`(?<![\w.])(?:C?Python|\[Python\]\([^)\s]*\))(?: versions?)?\**[ ]?[(❨]?${PYTHONS}(?![\w.]*\d|${MORE}|${NEXT}\d)`,
  'dgi',
);

/** What a project is said to do with a Python. */
const VERBS =
  /\b(?:requires?|required|needs?|supports?|supported|supporting|runs? on|works? (?:on|with)|compatible with|tested (?:on|with)|is a)\b/i;
/** Words by which a sentence tells of another time, of some users alone, or of something else than installing. */
const NARROW =
  /\b(?:since|until|last|latest|earlier|older|previous(?:ly)?|before|drop(?:s|ped)?|no longer|not|legacy|will|future|next|plan\w*|was|were|used to|deprecat\w*|removed?|added|if|unless|only|when|for|without|develop\w*|contribut\w*|build\w*|compil\w*|docs?|documentation|tests|testing|test suite|extras?|optional\w*|plug-?ins?|features?|tutorial|examples?|some|experimental\w*|syntax|types?|typing|code|e\.g\.|however|although)\b/i;

/** An item of a list that starts with the word. */
const ITEM = /^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+\**(?:C?Python|\[Python\])/i;

/** Other implementations beside CPython, with their own versions. */
const OTHERS = /(?:\blatest )?\b(?:PyPy|GraalPy)\S*(?: v?\d+(?:\.\d+)*\+?)?/gi;

/** What documents say of the Pythons on which the project runs; sentences that may speak of something else are left out. */
export function statedPythons(tree: SourceTree, project: Project): readonly StatedPythons[] {
  const name = project.name.known ? normalizedName(project.name.value) : '';
  return statingPages(tree.list(), project.folder).flatMap((path) => {
    const text = tree.read(path) ?? '';
    if (!/python/i.test(text)) return [];
    const index = lineIndex(path, text);
    const range = (start: number, end: number): Range => index.range(start, end);
    return [
      ...sentencesOf(text).flatMap((sentence) => inSentence(sentence, name, range)),
      ...badges(text, range),
    ];
  });
}

type AtOffsets = (start: number, end: number) => Range;

function inSentence(sentence: Sentence, name: string, range: AtOffsets): readonly StatedPythons[] {
  const matches = [...sentence.text.matchAll(PHRASE)];
  const [match] = matches;
  if (match === undefined || matches.length > 1) return [];
  const kind = kindOf(match, sentence, name);
  return kind === undefined
    ? []
    : statedBy(match, sentence.start, range).map((stated) => ({ ...stated, kind }));
}

/** What is left of the sentence decides what it speaks of. Another number is perhaps a version of the project. */
function kindOf(
  { index, 0: phrase }: RegExpExecArray,
  { head, text }: Sentence,
  name: string,
): StatedPythons['kind'] | undefined {
  const before = text.slice(0, index);
  const after = text.slice(index + phrase.length).replaceAll(OTHERS, '');
  const rest = `${before.replaceAll(OTHERS, '')} ${after}`;
  if (NARROW.test(rest) || /\d\.\d/.test(rest)) return undefined;
  if (head !== undefined && ITEM.test(text))
    return NARROW.test(head) || /\d\.[\dx]/.test(head) ? undefined : 'item';
  return speaksOf(before, after, name) ? 'sentence' : undefined;
}

/** True where the project, a pronoun for it, or nothing stands before the verb, and the phrase is its object: or `… is required`. */
function speaksOf(before: string, after: string, name: string): boolean {
  if (/^[ \t*_(]*(?:(?:currently|officially),?[ ]*)?$/i.test(before))
    return /^[)*_ \t]*(?:is|are)[ ](?:officially[ ])?(?:required|supported|needed)\b/i.test(after);
  const verb = VERBS.exec(before);
  if (verb === null) return false;
  const object = before.slice(verb.index + verb[0].length);
  if (
    !/^(?:[\s*_:,(]|\b(?:and|tested|on|with|at least|any|the|a|all|versions?|of|from|are|is|Python)\b)*$/i.test(
      object,
    )
  )
    return false;
  const subject = normalizedName(
    before
      .slice(0, verb.index)
      .replaceAll(/[*_`[\]]/g, '')
      .trim(),
  );
  return (
    subject.split(/[\s,]+/).includes(name) ||
    /^(?:currently|officially|(?:the\s+)?(?:package|library|project))?$/.test(subject) ||
    /(?:^|[\s,])(?:it|we|this\s+(?:package|library|project|module)|officially|currently)$/.test(
      subject,
    )
  );
}

function statedBy(
  match: RegExpExecArray,
  start: number,
  range: AtOffsets,
): readonly Omit<StatedPythons, 'kind'>[] {
  const groups = (match.indices ?? []).slice(1);
  const minor = (span: readonly [number, number]): StatedMinor => ({
    minor: match.input.slice(...span),
    place: range(start + span[0], start + span[1]),
  });
  const [atLeast, open, from, to, listed, others] = groups;
  const first = atLeast ?? open ?? from ?? listed;
  if (first === undefined) return [];
  const place = range(start + match.index, start + match.index + match[0].length);
  return [
    {
      written: match[0],
      place,
      first: minor(first),
      last:
        to !== undefined
          ? minor(to)
          : others === undefined
            ? undefined
            : minor(lastOf(match.input, others)),
    },
  ];
}

/** The last number of a list. */
function lastOf(text: string, [from, to]: readonly [number, number]): readonly [number, number] {
  const number = /[23]\.\d{1,2}$/.exec(text.slice(from, to));
  return [from + (number?.index ?? 0), to];
}

/** Static badges of shields.io: `badge/python-3.9%2B-blue`, `badge/python-3.8%20%7C%203.9-blue`. */
function badges(text: string, range: AtOffsets): readonly StatedPythons[] {
  const plus = String.raw`(?:\+|%2B)`;
  const gap = String.raw`(?:%20|_| )*(?:--|–|%7C|\||,|%2C|/|%2F)(?:%20|_| )*`;
  const pattern = new RegExp(
    String.raw`\bbadge/python-(?:(?:>=?|%3E(?:=|%3D)|≥|%E2%89%A5)(?:%20|_)?(3\.\d{1,2})|(3\.\d{1,2})${plus}|(3\.\d{1,2})(?:${gap}3\.\d{1,2})*${gap}(3\.\d{1,2}))(?=-)`,
    'dgi',
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [, atLeast, open, from, to] = match.indices ?? [];
    const first = atLeast ?? open ?? from;
    if (first === undefined) return [];
    const minor = (span: readonly [number, number]): StatedMinor => ({
      minor: text.slice(...span),
      place: range(...span),
    });
    const at = match.index + 'badge/'.length;
    return [
      {
        written: match[0].slice('badge/'.length),
        place: range(at, match.index + match[0].length),
        first: minor(first),
        last: to === undefined ? undefined : minor(to),
        kind: 'badge' as const,
      },
    ];
  });
}
