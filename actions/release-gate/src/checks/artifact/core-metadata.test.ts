import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someBuild, someProject } from '../../testing.ts';
import { coreMetadata } from './core-metadata.ts';

const head = 'Metadata-Version: 2.4\nName: attrsx\nVersion: 1.2.3\n';
const facts = (sdist: string, wheel = sdist, pyproject?: string) => ({
  project: someProject(pyproject === undefined ? undefined : { 'pyproject.toml': pyproject }),
  build: known(
    someBuild({ texts: { 'PKG-INFO': sdist } }, { texts: { METADATA: wheel } }),
    fileStart('pyproject.toml'),
  ),
});

it('takes what the specifications allow', () => {
  const text = `${head}Classifier: Typing :: Typed\nLicense-Expression: MIT\nProvides-Extra: a-b\n\n# Read me\n`;
  expect(outcomeOf(coreMetadata, facts(text))).toEqual({ status: 'pass', found: 'version 2.4' });
});

const both = ' in attrsx-1.2.3.tar.gz and attrsx-1.2.3-py3-none-any.whl';

it.each([
  [
    'Classifier: Typing :: Type',
    `classifier \`Typing :: Type\`${both}, expected one of the index’s list of 2026-09-21; did you mean \`Typing :: Typed\`?`,
  ],
  [
    'License-Expression: MIT\nLicense: MIT',
    `\`License\` beside \`License-Expression\`${both}, expected the expression alone`,
  ],
  [
    'Import-Name: attrsx',
    `\`Import-Name\` in metadata of version 2.4${both}, expected version 2.5 or later`,
  ],
  [
    'Sumary: a',
    `field \`Sumary\`${both}, expected one of the specification; did you mean \`Summary\`?`,
  ],
  ['Version: 1.2.4', `second \`Version\`${both}, expected one`],
  [
    'Home-page: example.org',
    `\`example.org\` as Home-page${both}, expected an address such as \`https://…\``,
  ],
  ['Dynamic: Version', `\`Version\` as Dynamic${both}, expected a field that may change`],
  [
    'License-File: ../LICENSE',
    `\`../LICENSE\` as License-File${both}, expected a path within the project, with \`/\``,
  ],
  [
    'Requires-Python: >3.x',
    `\`3.x\` in Requires-Python \`>3.x\`${both}, expected a version (PEP 440)`,
  ],
  [
    'Requires-Dist: a @ https://example.org/a.whl',
    `address \`https://example.org/a.whl\` for \`a\`${both}, expected a version since the index refuses direct references`,
  ],
])('reports `%s` once for both files', (line, words) => {
  const [finding, ...others] = findingsOf(coreMetadata, facts(`${head}${line}\n`));
  expect(finding).toMatch(/^error pyproject\.toml:\d+:\d+ Unexpected /);
  expect(finding?.endsWith(` Unexpected ${words}`)).toBe(true);
  expect(others).toEqual([]);
});

it('names the file where only one is at fault', () => {
  expect(findingsOf(coreMetadata, facts(head, head.replace('2.4', '3.0')))).toEqual([
    'error pyproject.toml:1:1 Unexpected `Metadata-Version: 3.0` in attrsx-1.2.3-py3-none-any.whl, expected one of 1.0, 1.1, 1.2, 2.1, 2.2, 2.3, 2.4, 2.5 or 2.6',
  ]);
});

it('leaves to other checks what the project declares', () => {
  const pyproject = '[project]\nname = "attrsx"\nclassifiers = ["Typing :: Type"]\n';
  const given = facts(`${head}Classifier: Typing :: Type\n`, undefined, pyproject);
  expect(findingsOf(coreMetadata, given)).toEqual([]);
});

it('knows a requirement of an extra again, however it was written', () => {
  const pyproject =
    '[project]\nname = "attrsx"\n[project.optional-dependencies]\nfast = ["Speed_ups@https://example.org/a.whl"]\n';
  const line = "Requires-Dist: speed-ups @ https://example.org/a.whl ; extra == 'fast'\n";
  expect(findingsOf(coreMetadata, facts(head + line, undefined, pyproject))).toEqual([]);
});
