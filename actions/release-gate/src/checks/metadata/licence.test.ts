import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { licence } from './licence.ts';

const facts = (license: string, backend = 'hatchling.build', classifiers = '[]') => ({
  project: someProject({
    'pyproject.toml': `[build-system]\nbuild-backend = "${backend}"\n[project]\nname = "attrsx"\nlicense = ${license}\nclassifiers = ${classifiers}\n`,
  }),
});

it.each(['"MIT"', '"mit or Apache-2.0"', '"LicenseRef-Own"'])('takes %s', (license) => {
  expect(outcomeOf(licence, facts(license))).toMatchObject({ status: 'pass' });
});

it('leaves the table of before PEP 639 alone', () => {
  expect(outcomeOf(licence, facts('{text = "whatever"}'))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});

it.each([
  [
    '"MIT License"',
    'error pyproject.toml:5:12 Unexpected `License` in the licence expression `MIT License`, expected `AND`, `OR` or `WITH`',
  ],
  [
    '"BSD"',
    'error pyproject.toml:5:12 Unexpected `BSD` in the licence expression `BSD`, expected an SPDX identifier such as `MIT`; did you mean `BSD-3-Clause`?',
  ],
  [
    '"Wondrous-Licence-7.0"',
    'warning pyproject.toml:5:12 Unexpected `Wondrous-Licence-7.0` in the licence expression `Wondrous-Licence-7.0`, expected an SPDX identifier such as `MIT`',
  ],
  [
    '"MPL-2.1"',
    'warning pyproject.toml:5:12 Unexpected `MPL-2.1` in the licence expression `MPL-2.1`, expected an SPDX identifier such as `MIT`',
  ],
  [
    '"GPL-3.0"',
    'notice pyproject.toml:5:12 Unexpected identifier `GPL-3.0` in the licence expression, expected `GPL-3.0-only` or `GPL-3.0-or-later` since SPDX deprecates it',
  ],
])('reports %s', (license, finding) => {
  expect(findingsOf(licence, facts(license))).toEqual([finding]);
});

it.each([
  ['notice', 'hatchling.build'],
  ['warning', 'setuptools.build_meta'],
])('gives a %s of a licence classifier beside the expression with %s', (level, backend) => {
  const given = facts('"MIT"', backend, '["License :: OSI Approved :: MIT License"]');
  expect(findingsOf(licence, given)).toEqual([
    `${level} pyproject.toml:6:17 Unexpected classifier \`License :: OSI Approved :: MIT License\` beside the licence expression \`MIT\`, expected the expression alone`,
  ]);
});
