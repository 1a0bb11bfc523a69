import { parseMarker, type Marker } from './markers.ts';
import { isProjectName, normalizedName } from './names.ts';
import { parseSpecifiers, type SpecifierSet, type SyntaxFault } from './specifiers.ts';

/** A dependency specifier (PEP 508), such as `requests[security]>=2.8.1; python_version < "3.9"`. */
export interface Requirement {
  readonly text: string;
  /** As written. */
  readonly name: string;
  readonly normalizedName: string;
  readonly extras: readonly string[];
  /** Empty where any version will do. */
  readonly specifiers: SpecifierSet;
  /** Where the text of the specifiers starts in `text`. */
  readonly specifiersStart: number;
  /** The address behind `@`: the index refuses files whose metadata hold one. */
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
}

/** A requirement, or why the text is none. */
export type ParsedRequirement =
  | { readonly ok: true; readonly requirement: Requirement }
  | SyntaxFault;

/** Reads one dependency specifier; where it is none, says at which offset and what could stand there. */
export function parseRequirement(text: string): ParsedRequirement {
  const fault = (offset: number, expected: string, end = text.length): SyntaxFault => ({
    ok: false,
    offset,
    end,
    found: text.slice(offset, end),
    expected,
  });
  const nameStart = skipSpace(text, 0);
  const nameEnd = skipName(text, nameStart);
  const name = text.slice(nameStart, nameEnd);
  if (!isProjectName(name)) return fault(nameStart, 'a project name');
  const extras = readExtras(text, skipSpace(text, nameEnd));
  if ('ok' in extras) return extras;
  const at = skipSpace(text, extras.end);
  const base = { text, name, normalizedName: normalizedName(name), extras: extras.names };
  if (text[at] === '@') return withUrl(base, text, at, fault);
  const markerStart = semicolon(text, at);
  const range = readRange(text, at, markerStart);
  if (!range.ok) return range;
  const { set: specifiers, start: specifiersStart } = range;
  return withMarker({ ...base, specifiers, specifiersStart, url: undefined }, markerStart);
}

type Base = Pick<Requirement, 'text' | 'name' | 'normalizedName' | 'extras'>;

/** By the grammar, an address ends at white space, and only ` ;` starts a marker after it. */
function withUrl(
  base: Base,
  text: string,
  at: number,
  fault: (offset: number, expected: string) => SyntaxFault,
): ParsedRequirement {
  const start = skipSpace(text, at + 1);
  let end = start;
  while (end < text.length && !isSpace(text[end])) end += 1;
  if (end === start) return fault(start, 'an address after `@`');
  const next = skipSpace(text, end);
  const specifiers = { text: '', clauses: [] };
  const requirement = { ...base, specifiers, specifiersStart: at, url: text.slice(start, end) };
  if (next < text.length && text[next] !== ';')
    return fault(next, '`;` or the end after an address');
  return withMarker(requirement, next);
}

/** `markerStart` is the semicolon's offset, or the end of the text. */
function withMarker(
  requirement: Omit<Requirement, 'marker'>,
  markerStart: number,
): ParsedRequirement {
  const { text } = requirement;
  if (markerStart >= text.length)
    return { ok: true, requirement: { ...requirement, marker: undefined } };
  const parsed = parseMarker(text, markerStart + 1);
  return parsed.ok ? { ok: true, requirement: { ...requirement, marker: parsed.marker } } : parsed;
}

function readExtras(
  text: string,
  at: number,
): { readonly names: readonly string[]; readonly end: number } | SyntaxFault {
  if (text[at] !== '[') return { names: [], end: at };
  const close = text.indexOf(']', at);
  const names: string[] = [];
  const fault = (offset: number, expected: string): SyntaxFault => ({
    ok: false,
    offset,
    end: text.length,
    found: text.slice(offset),
    expected,
  });
  if (close < 0) return fault(text.length, '`]` after the extras');
  const inner = text.slice(at + 1, close);
  if (inner.trim() === '') return { names, end: close + 1 };
  let start = at + 1;
  for (const part of inner.split(',')) {
    const extra = part.trim();
    if (!isProjectName(extra)) return fault(skipSpace(text, start), 'the name of an extra');
    names.push(extra);
    start += part.length + 1;
  }
  return { names, end: close + 1 };
}

/** The specifier set, which may stand in parentheses: `name (>=1.0)`. */
function readRange(
  text: string,
  at: number,
  end: number,
): { readonly ok: true; readonly set: SpecifierSet; readonly start: number } | SyntaxFault {
  let [start, stop] = [at, end];
  if (text[at] === '(') {
    const close = text.lastIndexOf(')', end - 1);
    const after = skipSpace(text, close + 1);
    if (close <= at || after < end) {
      const offset = close <= at ? end : after;
      return {
        ok: false,
        offset,
        end,
        found: text.slice(offset, end),
        expected: '`)` and then `;` or the end',
      };
    }
    [start, stop] = [at + 1, close];
  }
  const parsed = parseSpecifiers(text.slice(start, stop).trimEnd());
  if (parsed.ok) return { ok: true, set: parsed.set, start };
  return { ...parsed, offset: start + parsed.offset, end: start + parsed.end };
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at += 1;
  return at;
}

function skipName(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[a-z0-9._-]/i.test(text[at] ?? '')) at += 1;
  return at;
}

const semicolon = (text: string, from: number): number => {
  const found = text.indexOf(';', from);
  return found < 0 ? text.length : found;
};
