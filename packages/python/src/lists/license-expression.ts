import { nearest } from '@pymaint/core';
import type { SyntaxFault } from '../specifiers.ts';
import { SPDX_DEPRECATED_LICENSES, SPDX_EXCEPTIONS, SPDX_LICENSES } from './spdx.generated.ts';

/** A licence expression, or why the text is none. */
export type ParsedLicense =
  | {
      readonly ok: true;
      /** In the case of SPDX's list, with one space between its parts: `MIT AND (Apache-2.0 OR BSD-2-Clause)`. */
      readonly canonical: string;
      /** Identifiers of it that SPDX deprecates, canonical. */
      readonly deprecated: readonly string[];
    }
  | (SyntaxFault & {
      /** True where only an identifier is not in the list: a newer list may have it. */
      readonly unknown: boolean;
      readonly near: string | undefined;
    });

interface Token {
  readonly text: string;
  readonly offset: number;
}

/**
 * Reads a licence expression as PEP 639 has it: SPDX's grammar, identifiers and operators in any case, and
 * `LicenseRef-` for what the list does not have. The list is the one that PyPI judges by.
 */
export function parseLicenseExpression(text: string): ParsedLicense {
  const tokens = [...text.matchAll(/[()]|[^\s()]+/g)].map((match): Token => ({
    text: match[0],
    offset: match.index,
  }));
  const [written, deprecated]: [string[], string[]] = [[], []];
  let depth = 0;
  let wants: 'licence' | 'operator' | 'exception' = 'licence';
  for (const token of tokens) {
    const word = token.text.toUpperCase();
    if (wants === 'licence') {
      if (word === '(') {
        depth += 1;
        written.push('(');
        continue;
      }
      const found = licenceOf(token.text);
      if (found === undefined) return unknownLicence(token);
      if (found.deprecated) deprecated.push(found.id);
      written.push(found.id);
      wants = 'operator';
    } else if (wants === 'exception') {
      const id = ids('exceptions', SPDX_EXCEPTIONS).get(token.text.toLowerCase());
      if (id === undefined) return unknownException(token);
      written.push(id);
      wants = 'operator';
    } else if (word === ')' && depth > 0) {
      depth -= 1;
      written.push(')');
    } else if (word === 'AND' || word === 'OR') {
      written.push(word);
      wants = 'licence';
    } else if (word === 'WITH' && !/^[()]$/.test(written.at(-1) ?? '(')) {
      written.push(word);
      wants = 'exception';
    } else
      return faultAt(token, depth > 0 ? '`AND`, `OR`, `WITH` or `)`' : '`AND`, `OR` or `WITH`');
  }
  const end = { text: '', offset: text.length };
  if (wants !== 'operator')
    return faultAt(end, wants === 'licence' ? 'an SPDX identifier such as `MIT`' : 'an exception');
  if (depth > 0) return faultAt(end, '`)`');
  const canonical = written.join(' ').replaceAll('( ', '(').replaceAll(' )', ')');
  return { ok: true, canonical, deprecated };
}

interface Licence {
  readonly id: string;
  readonly deprecated: boolean;
}

function licenceOf(written: string): Licence | undefined {
  const lower = written.toLowerCase();
  if (lower.startsWith('licenseref-'))
    return /^[a-z0-9.-]+$/.test(lower.slice(11))
      ? { id: `LicenseRef-${written.slice(11)}`, deprecated: false }
      : undefined;
  // `GPL-2.0+` is an identifier of its own, `MIT+` is one with SPDX's "or later".
  const plus = lower.endsWith('+') ? '+' : '';
  const base = lower.slice(0, lower.length - plus.length);
  const current = ids('licences', SPDX_LICENSES).get(base);
  if (current !== undefined) return { id: current + plus, deprecated: false };
  const old = ids('deprecated', SPDX_DEPRECATED_LICENSES);
  const whole = old.get(lower);
  const id = whole ?? (old.has(base) ? `${old.get(base)}${plus}` : undefined);
  return id === undefined ? undefined : { id, deprecated: true };
}

const tables = new Map<string, ReadonlyMap<string, string>>();

/** Identifiers by their lower case, unfolded at the first question. */
function ids(name: string, text: string): ReadonlyMap<string, string> {
  const made =
    tables.get(name) ?? new Map(text.split(' ').map((id) => [id.toLowerCase(), id] as const));
  tables.set(name, made);
  return made;
}

function unknownLicence(token: Token): ParsedLicense {
  const operator = /^(?:and|or|with|[()])$/i.test(token.text);
  const near = operator
    ? undefined
    : (COMMON.get(token.text.toLowerCase()) ??
      sameNumbers(token.text, nearest(token.text, ids('licences', SPDX_LICENSES).values())));
  return { ...fault(token, 'an SPDX identifier such as `MIT`'), unknown: !operator, near };
}

/** Another number is another licence, which a newer list may have. */
const sameNumbers = (written: string, near: string | undefined): string | undefined =>
  near !== undefined && digits(near) === digits(written) ? near : undefined;

const digits = (text: string): string => text.replace(/\D+/g, '');

/** What people write for licences of which SPDX tells several apart, or which it spells otherwise. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['apache', 'Apache-2.0'],
  ['apache2', 'Apache-2.0'],
  ['apache-2', 'Apache-2.0'],
  ['bsd', 'BSD-3-Clause'],
  ['bsd-3', 'BSD-3-Clause'],
  ['bsd-2', 'BSD-2-Clause'],
  ['gplv3', 'GPL-3.0-only'],
  ['gpl-3', 'GPL-3.0-only'],
  ['gplv2', 'GPL-2.0-only'],
  ['lgplv3', 'LGPL-3.0-only'],
  ['agplv3', 'AGPL-3.0-only'],
  ['mpl', 'MPL-2.0'],
  ['mpl2', 'MPL-2.0'],
  ['psf', 'PSF-2.0'],
  ['zpl', 'ZPL-2.1'],
  ['proprietary', 'LicenseRef-Proprietary'],
]);

function unknownException(token: Token): ParsedLicense {
  const near = nearest(token.text, ids('exceptions', SPDX_EXCEPTIONS).values());
  return {
    ...fault(token, 'an SPDX exception such as `LLVM-exception`'),
    unknown: !/^[()]$/.test(token.text),
    near,
  };
}

const faultAt = (token: Token, expected: string): ParsedLicense => ({
  ...fault(token, expected),
  unknown: false,
  near: undefined,
});

const fault = ({ text, offset }: Token, expected: string): SyntaxFault => ({
  ok: false,
  offset,
  end: offset + text.length,
  found: text,
  expected,
});
