import {
  compareVersions,
  isPrerelease,
  parseVersion,
  releasePart,
  type Version,
} from './pep440.ts';

/** The operators of PEP 440, longest first. */
export const SPECIFIER_OPERATORS = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'] as const;
export type SpecifierOperator = (typeof SPECIFIER_OPERATORS)[number];

/** One clause of a specifier set, such as `>=3.9` or `==1.2.*`. Offsets count from the start of the set's text. */
export interface SpecifierClause {
  readonly operator: SpecifierOperator;
  /** The version as written, without `.*`. */
  readonly written: string;
  /** Undefined only for `===`, which takes any text. */
  readonly version: Version | undefined;
  /** True where `.*` follows the version. */
  readonly prefix: boolean;
  readonly start: number;
  readonly end: number;
}

/** A comma-separated set of clauses, all of which must hold. An empty set allows every version. */
export interface SpecifierSet {
  readonly text: string;
  readonly clauses: readonly SpecifierClause[];
}

/** Where a text stops being what it should be; `offset` from its start. */
export interface SyntaxFault {
  readonly ok: false;
  readonly offset: number;
  readonly end: number;
  /** What stands there, as written; empty at the end of the text. */
  readonly found: string;
  /** What could stand there, in words. */
  readonly expected: string;
}

/** Specifiers, or why the text is none. */
export type ParsedSpecifiers = { readonly ok: true; readonly set: SpecifierSet } | SyntaxFault;

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** Reads a specifier set by PEP 440. White space is allowed around clauses, and a comma at the end. */
export function parseSpecifiers(text: string): ParsedSpecifiers {
  const clauses: SpecifierClause[] = [];
  let start = 0;
  for (const part of text.split(',')) {
    const end = start + part.length;
    let [from, to] = [start, end];
    while (from < to && isSpace(text[from])) from += 1;
    while (to > from && isSpace(text[to - 1])) to -= 1;
    const last = end === text.length;
    if (from < to) {
      const clause = parseClause(text.slice(from, to), from);
      if ('ok' in clause) return clause;
      clauses.push(clause);
    } else if (!last) {
      return { ok: false, offset: to, end: to + 1, found: ',', expected: 'a version specifier' };
    }
    start = end + 1;
  }
  return { ok: true, set: { text, clauses } };
}

function parseClause(text: string, at: number): SpecifierClause | SyntaxFault {
  const fault = (from: number, expected: string): SyntaxFault => ({
    ok: false,
    offset: at + from,
    end: at + text.length,
    found: text.slice(from),
    expected,
  });
  const operator = SPECIFIER_OPERATORS.find((candidate) => text.startsWith(candidate));
  if (operator === undefined)
    return fault(0, `one of the operators ${SPECIFIER_OPERATORS.join(' ')}`);
  let from = operator.length;
  while (isSpace(text[from])) from += 1;
  const whole = text.slice(from);
  const prefix = operator !== '===' && whole.endsWith('.*');
  const written = prefix ? whole.slice(0, -2) : whole;
  const clause = { operator, written, prefix, start: at, end: at + text.length };
  if (operator === '===')
    return /^\S+$/.test(written) ? { ...clause, version: undefined } : fault(from, 'a version');
  const version = parseVersion(written);
  if (version === undefined) return fault(from, 'a version (PEP 440)');
  const equality = operator === '==' || operator === '!=';
  if (version.local !== undefined && !equality)
    return fault(from, `a version without a local label after \`${operator}\``);
  if (prefix && !isRelease(version)) return fault(from, 'release numbers alone before `.*`');
  if (prefix && !equality) return fault(from, `a version without \`.*\` after \`${operator}\``);
  if (operator === '~=' && version.release.length < 2)
    return fault(from, 'a version of two parts or more after `~=`');
  return { ...clause, version };
}

const isRelease = (version: Version): boolean =>
  [version.pre, version.post, version.dev, version.local].every((part) => part === undefined);

/** Whether pre-releases count: as pip does it, only where a clause names one (PEP 440), or always. */
export interface ContainsOptions {
  readonly prereleases?: boolean;
}

/** True where the version satisfies every clause. A pre-release does so only by {@link ContainsOptions}. */
export function specifiersContain(
  set: SpecifierSet,
  version: Version,
  options: ContainsOptions = {},
): boolean {
  const named = set.clauses.some(
    ({ operator, version: bound }) =>
      operator !== '!=' && bound !== undefined && isPrerelease(bound),
  );
  if (isPrerelease(version) && !(options.prereleases ?? named)) return false;
  return set.clauses.every((clause) => clauseContains(clause, version));
}

function clauseContains(clause: SpecifierClause, version: Version): boolean {
  const { operator, version: bound, prefix } = clause;
  if (bound === undefined) return version.text.toLowerCase() === clause.written.toLowerCase();
  if (prefix) return sameRelease(version, bound, bound.release.length) === (operator === '==');
  // A local label counts only where the clause has one.
  const order = compareVersions(bound.local === undefined ? withoutLocal(version) : version, bound);
  switch (operator) {
    case '==':
    case '===':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '~=':
      return order >= 0 && sameRelease(version, bound, bound.release.length - 1);
    case '<':
      return (
        order < 0 && (isPrerelease(bound) || !(isPrerelease(version) && sameBase(version, bound)))
      );
    case '>':
      return (
        order > 0 &&
        (bound.post !== undefined || version.post === undefined || !sameBase(version, bound))
      );
  }
}

const withoutLocal = (version: Version): Version =>
  version.local === undefined ? version : { ...version, canonical: version.publicText };

const sameRelease = (a: Version, b: Version, parts: number): boolean =>
  a.epoch === b.epoch &&
  Array.from({ length: parts }, (_, at) => releasePart(a, at) === releasePart(b, at)).every(
    Boolean,
  );

const sameBase = (a: Version, b: Version): boolean =>
  sameRelease(a, b, Math.max(a.release.length, b.release.length));

interface Bound {
  readonly version: Version;
  readonly inclusive: boolean;
  readonly clause: SpecifierClause;
}

/**
 * Two clauses that no version can satisfy together, as `>=3` and `<2`; undefined where there may be one.
 * Judges by lower and upper bounds, so it never calls a set contradictory that is not.
 */
export function contradiction(
  set: SpecifierSet,
): readonly [SpecifierClause, SpecifierClause] | undefined {
  const lower = tightest(set.clauses.flatMap(lowerBound), 1);
  const upper = tightest(set.clauses.flatMap(upperBound), -1);
  if (lower === undefined || upper === undefined) return undefined;
  const order = compareVersions(lower.version, upper.version);
  const empty = order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive));
  return empty ? [lower.clause, upper.clause] : undefined;
}

const tightest = (bounds: readonly Bound[], sign: 1 | -1): Bound | undefined =>
  bounds.toSorted(
    (a, b) =>
      sign * compareVersions(b.version, a.version) || Number(a.inclusive) - Number(b.inclusive),
  )[0];

function lowerBound(clause: SpecifierClause): readonly Bound[] {
  const { operator, version, prefix } = clause;
  if (version === undefined || operator === '!=' || operator.startsWith('<')) return [];
  const from = prefix ? parseVersion(`${version.publicText}.dev0`) : version;
  return [{ version: from ?? version, inclusive: operator !== '>', clause }];
}

function upperBound(clause: SpecifierClause): readonly Bound[] {
  const { operator, version, prefix } = clause;
  if (version === undefined || operator === '!=' || operator.startsWith('>')) return [];
  const parts = prefix ? version.release.length : version.release.length - 1;
  if (prefix || operator === '~=') {
    const next = parseVersion(`${nextSeries(version, parts)}.dev0`);
    return next === undefined ? [] : [{ version: next, inclusive: false, clause }];
  }
  // A version with a local label is above its public one, and yet equal to it for these operators.
  return [{ version, inclusive: operator !== '<', clause }];
}

function nextSeries(version: Version, parts: number): string {
  const numbers = version.release.slice(0, parts);
  const raised = numbers.map((n, at) => (at === parts - 1 ? n + 1 : n));
  return `${version.epoch === 0 ? '' : `${version.epoch}!`}${raised.join('.')}`;
}
