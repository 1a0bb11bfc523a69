import type { TextEdit } from '@pymaint/core';
import { parseVersion, seriesOf, type Version } from '../pep440.ts';
import type { Slot, Spelling } from './types.ts';

/** The version as a slot of this spelling writes it, given what it holds now; undefined where that cannot be told. */
export function spellVersion(
  version: Version,
  spelling: Spelling,
  written: string,
): string | undefined {
  switch (spelling.type) {
    case 'text':
      return `${spelling.prefix}${version.canonical}`;
    case 'series':
      return `${spelling.prefix}${seriesOf(version, spelling.parts)}`;
    case 'semver': {
      const text = semver(version);
      return text && `${spelling.prefix}${text}`;
    }
    case 'badge':
      return `${spelling.prefix}${version.canonical.replaceAll('-', '--')}`;
    case 'tuple':
      return tuple(version, written, spelling.loose === true);
    case 'list':
    case 'opaque':
      return undefined;
  }
}

/** The edit that makes a slot hold the version; undefined where it does already, or where it is not rewritten. */
export function slotEdit(slot: Slot, version: Version): TextEdit | undefined {
  const newText = spellVersion(version, slot.spelling, slot.written);
  return newText === undefined || newText === slot.written
    ? undefined
    : { range: slot.place, oldText: slot.written, newText };
}

const SEMVER_PHASES = { a: 'alpha', b: 'beta', rc: 'rc' } as const;

/** Semantic Versioning 2.0.0; undefined for what it has no word for: epochs, post-releases, four numbers. */
export function semver(version: Version): string | undefined {
  const { epoch, release, pre, post, dev, local } = version;
  if (epoch !== 0 || post !== undefined || release.length > 3) return undefined;
  const numbers = [0, 1, 2].map((at) => release[at] ?? 0).join('.');
  const labels = [
    ...(pre === undefined ? [] : [`${SEMVER_PHASES[pre.phase]}.${pre.number}`]),
    ...(dev === undefined ? [] : [`dev.${dev}`]),
  ];
  return `${numbers}${labels.length === 0 ? '' : `-${labels.join('.')}`}${local === undefined ? '' : `+${local}`}`;
}

const TUPLE_PHASES = { a: 'alpha', b: 'beta', rc: 'candidate' } as const;

/** The parts of a tuple's text that hold something; comments are passed over. */
const TOKENS = /#[^\n]*|\d+|'[^']*'|"[^"]*"/g;

/** Puts the numbers into the tuple, its quotes, commas, comments and white space kept. */
function tuple(version: Version, written: string, loose: boolean): string | undefined {
  const tokens = (written.match(TOKENS) ?? []).filter((token) => !token.startsWith('#'));
  const phaseAt = tokens.findIndex((token) => /^['"]/.test(token));
  const numbers = phaseAt < 0 ? tokens.length : phaseAt;
  const { pre, post, dev } = version;
  const plain = pre === undefined && post === undefined && dev === undefined;
  if (version.release.length > numbers || (phaseAt < 0 && !plain && !loose)) return undefined;
  if (phaseAt >= 0 && (post !== undefined || dev !== undefined || tokens.length > phaseAt + 2))
    return undefined;
  // The serial number of a final release means nothing, and is left as the project has it.
  const final = pre === undefined && /^.final.$/.test(tokens[phaseAt] ?? '');
  let at = -1;
  return written.replace(TOKENS, (token) => {
    if (token.startsWith('#')) return token;
    at += 1;
    if (at < numbers) return String(version.release[at] ?? 0);
    const quote = token[0] ?? '';
    if (at === phaseAt)
      return `${quote}${pre === undefined ? 'final' : TUPLE_PHASES[pre.phase]}${quote}`;
    return final ? token : String(pre?.number ?? 0);
  });
}

/** Whether a slot of a spelling holds this version. */
export function slotHolds(slot: Slot, version: Version): boolean {
  const own = slot.version === undefined ? undefined : parseVersion(slot.version);
  if (own === undefined) return false;
  if (slot.spelling.type === 'series' || slot.spelling.type === 'list')
    return seriesOf(own, slot.spelling.parts) === seriesOf(version, slot.spelling.parts);
  if (slot.spelling.type === 'tuple' && slot.spelling.loose === true && !/['"]/.test(slot.written))
    return strippedRelease(own) === strippedRelease(version);
  return own.canonical === version.canonical || same(own, version);
}

/** `1.0` and `1.0.0` are one version. */
const same = (a: Version, b: Version): boolean => strip(a) === strip(b);

const strippedRelease = ({ release }: Pick<Version, 'release'>): string =>
  release.slice(0, release.findLastIndex((number) => number !== 0) + 1).join('.') || '0';

const strip = ({ canonical, release }: Version): string => {
  const written = release.join('.');
  return canonical.replace(written, strippedRelease({ release }));
};
