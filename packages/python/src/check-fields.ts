import type { Level } from '@pymaint/core';
import { CLASSIFIERS_DATE, classifierFault } from './lists/classifiers.ts';
import { parseLicenseExpression } from './lists/license-expression.ts';
import { isProjectName } from './names.ts';
import { parseRequirement } from './pep508.ts';
import { parseSpecifiers, type SyntaxFault } from './specifiers.ts';

/** What is wrong with one value of the metadata: "Unexpected `words`, expected `expected`". */
export interface ValueFault {
  readonly words: string;
  readonly expected: string;
  /** Default `error`: the index refuses it. */
  readonly level?: Level;
  readonly remedy?: string;
  /** What should stand there instead, where that is sure. */
  readonly instead?: string;
}

/**
 * A classifier as the index knows it. The list grows every month, so what resembles nothing in it may be newer than ours
 * and is a warning; a number that it does not have yet is a notice.
 */
export function checkClassifier(classifier: string): readonly ValueFault[] {
  const fault = classifierFault(classifier);
  if (fault === undefined) return [];
  if (fault.kind === 'deprecated') {
    const [by] = fault.by;
    return [
      {
        words: `deprecated classifier \`${classifier}\``,
        expected: by === undefined ? 'none since no other took its place' : `\`${by}\``,
        remedy: by === undefined ? 'delete it' : `write \`${by}\``,
        ...(by === undefined ? {} : { instead: by }),
      },
    ];
  }
  const { near, newer } = fault;
  return [
    {
      words: `classifier \`${classifier}\``,
      expected: `one of the index’s list of ${CLASSIFIERS_DATE}${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      ...(newer ? { level: 'notice' } : near === undefined ? { level: 'warning' } : {}),
      ...(near === undefined
        ? { remedy: 'choose one of https://pypi.org/classifiers/' }
        : { remedy: `write \`${near}\``, instead: near }),
    },
  ];
}

/** A licence expression by PEP 639. An identifier that resembles none of the list may be newer than ours: a warning. */
export function checkLicenseExpression(expression: string): readonly ValueFault[] {
  const parsed = parseLicenseExpression(expression);
  if (parsed.ok)
    return parsed.deprecated
      .filter((id) => /^A?L?GPL-\d\.\d\+?$/.test(id))
      .map((id): ValueFault => {
        const base = id.replace(/\+$/, '');
        const either = id.endsWith('+')
          ? `\`${base}-or-later\``
          : `\`${base}-only\` or \`${base}-or-later\``;
        return {
          level: 'notice',
          words: `identifier \`${id}\` in the licence expression`,
          expected: `${either} since SPDX deprecates it`,
        };
      });
  const hint = parsed.near === undefined ? '' : `; did you mean \`${parsed.near}\`?`;
  return [
    {
      words: `${foundWords(parsed)} in the licence expression \`${expression}\``,
      expected: `${parsed.expected}${hint}`,
      ...(parsed.unknown && parsed.near === undefined ? { level: 'warning' } : {}),
      ...(parsed.near === undefined
        ? { remedy: 'see https://spdx.org/licenses/; `LicenseRef-NAME` stands for any other' }
        : { remedy: `write \`${parsed.near}\`` }),
    },
  ];
}

const foundWords = ({ found }: SyntaxFault): string => (found === '' ? 'end' : `\`${found}\``);

/** One line of at most 512 characters. */
export function checkSummary(summary: string): readonly ValueFault[] {
  if (/[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/.test(summary))
    return [{ words: 'summary of several lines', expected: 'one line' }];
  const characters = codePoints(summary);
  return characters > 512
    ? [{ words: `summary of ${characters} characters`, expected: 'at most 512' }]
    : [];
}

/** A label of at most 32 characters, and an address that the index shows as a link. */
export function checkProjectUrl(label: string, url: string): readonly ValueFault[] {
  const characters = codePoints(label);
  return [
    ...(characters === 0
      ? [{ words: `address \`${url}\` without a label`, expected: 'one' }]
      : characters > 32
        ? [
            {
              words: `label \`${label}\` of ${characters} characters`,
              expected: 'at most 32',
            },
          ]
        : []),
    ...(/^https?:\/\/\S+$/i.test(url)
      ? []
      : [{ words: `address \`${url}\` of \`${label}\``, expected: '`https://…`' }]),
  ];
}

const TYPES = new Set(['text/markdown', 'text/x-rst', 'text/plain']);

/** The types that the index renders, with its parameters. */
export function checkContentType(contentType: string): readonly ValueFault[] {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  if (!TYPES.has(type.toLowerCase()))
    return [
      {
        words: `content type \`${contentType}\` of the description`,
        expected: 'one of `text/markdown`, `text/x-rst` or `text/plain`',
      },
    ];
  return parameters.flatMap((parameter): readonly ValueFault[] => {
    const [name = '', value = ''] = parameter.split('=').map((part) => part.trim());
    const plain = value.replace(/^"(.*)"$/, '$1');
    if (name.toLowerCase() === 'charset' && plain.toLowerCase() !== 'utf-8')
      return [{ words: `charset \`${plain}\` of the description`, expected: '`UTF-8`' }];
    return name.toLowerCase() === 'variant' &&
      type.toLowerCase() === 'text/markdown' &&
      !['GFM', 'CommonMark'].includes(plain)
      ? [{ words: `variant \`${plain}\` of Markdown`, expected: '`GFM` or `CommonMark`' }]
      : [];
  });
}

/** A specifier set by PEP 440. */
export function checkRequiresPython(text: string): readonly ValueFault[] {
  const parsed = parseSpecifiers(text);
  return parsed.ok
    ? []
    : [
        {
          words: `${foundWords(parsed)} in Requires-Python \`${text}\``,
          expected: parsed.expected,
        },
      ];
}

/** A requirement that may be published: by PEP 508, and without an address. */
export function checkRequirementText(text: string): readonly ValueFault[] {
  const parsed = parseRequirement(text);
  if (!parsed.ok)
    return [
      { words: `${foundWords(parsed)} in the requirement \`${text}\``, expected: parsed.expected },
    ];
  const { url, name } = parsed.requirement;
  return url === undefined
    ? []
    : [
        {
          words: `address \`${url}\` for \`${name}\``,
          expected: 'a version since the index refuses direct references',
        },
      ];
}

/** The name of an extra. */
export const checkExtra = (extra: string): readonly ValueFault[] =>
  isProjectName(extra)
    ? []
    : [
        {
          words: `extra \`${extra}\``,
          expected: 'ASCII letters, digits, `.`, `-` and `_`, with a letter or digit at both ends',
        },
      ];

/** Python counts so: what is outside the basic plane is one character. */
const codePoints = (text: string): number =>
  text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '_').length;
