import { execFileSync } from 'node:child_process';
import { pythonWith } from '@pymaint/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLicenseExpression } from './license-expression.ts';
import { SPDX_DEPRECATED_LICENSES, SPDX_LICENSES } from './spdx.generated.ts';

it.each([
  ['MIT', 'MIT', []],
  ['mit and (apache-2.0 or bsd-2-clause)', 'MIT AND (Apache-2.0 OR BSD-2-Clause)', []],
  ['Apache-2.0 with llvm-exception', 'Apache-2.0 WITH LLVM-exception', []],
  ['LicenseRef-My-Own OR GPL-2.0+', 'LicenseRef-My-Own OR GPL-2.0+', ['GPL-2.0+']],
  ['gpl-3.0', 'GPL-3.0', ['GPL-3.0']],
])('reads %s', (text, canonical, deprecated) => {
  expect(parseLicenseExpression(text)).toEqual({ ok: true, canonical, deprecated });
});

it.each([
  ['BSD', 0, 'BSD', true, 'BSD-3-Clause'],
  ['MIT License', 4, 'License', false, undefined],
  ['MIT OR Apache 2.0', 7, 'Apache', true, 'Apache-2.0'],
  ['(MIT', 4, '', false, undefined],
  ['MIT)', 3, ')', false, undefined],
  ['', 0, '', false, undefined],
  ['MIT AND', 7, '', false, undefined],
  ['AND MIT', 0, 'AND', false, undefined],
  ['Apache-2.0 WITH LLVM-excepton', 16, 'LLVM-excepton', true, 'LLVM-exception'],
  ['(MIT) WITH LLVM-exception', 6, 'WITH', false, undefined],
  ['LicenseRef-a_b', 0, 'LicenseRef-a_b', true, undefined],
])('says where `%s` stops being one', (text, offset, found, unknown, near) => {
  expect(parseLicenseExpression(text)).toMatchObject({ ok: false, offset, found, unknown, near });
});

it('agrees with packaging on what is one and how it is written', async () => {
  const python = await pythonWith('packaging==26.3');
  const words = fc.constantFrom(
    'MIT',
    'mit',
    'gpl-2.0+',
    'Apache-2.0',
    'AND',
    'or',
    'WITH',
    '(',
    ')',
    'LLVM-exception',
    'LicenseRef-x',
    'licenseref-Y.2',
    'BSD',
    'MIT+',
    'Beerware',
  );
  const texts = [
    ...fc.sample(fc.array(words, { minLength: 1, maxLength: 7 }), { numRuns: 3000, seed: 5 }),
    ...`${SPDX_LICENSES} ${SPDX_DEPRECATED_LICENSES}`.split(' ').map((id) => [id.toLowerCase()]),
  ].map((parts) => parts.join(' '));
  const theirs = execFileSync(python, ['-I', '-c', ASK], {
    encoding: 'utf8',
    input: JSON.stringify(texts),
    maxBuffer: 1 << 24,
  });
  const differing = (JSON.parse(theirs) as (string | null)[]).flatMap((answer, at) => {
    const text = texts[at] ?? '';
    const own = parseLicenseExpression(text);
    const canonical = own.ok ? own.canonical : null;
    return canonical === answer ? [] : [{ text, packaging: answer, own: canonical }];
  });
  expect(differing).toEqual([]);
}, 120_000);

const ASK = `
import json, sys
from packaging.licenses import canonicalize_license_expression
def ask(text):
    try: return canonicalize_license_expression(text)
    except ValueError: return None
print(json.dumps([ask(text) for text in json.load(sys.stdin)]))
`;
