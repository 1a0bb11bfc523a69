import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { pinnedSdists, pythonWith, unpackedSdist } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { checkCoreMetadata } from './check-core-metadata.ts';
import { readCoreMetadata } from './core-metadata.ts';

const faultsOf = (text: string): readonly string[] =>
  checkCoreMetadata(readCoreMetadata(text)).map(
    ({ level = 'error', field, words }) => `${level} ${field}: ${words}`,
  );

const head = 'Metadata-Version: 2.5\nName: attrsx\nVersion: 1.2.3\n';

it.each([
  ['Summary: One\n two', 'error Summary: summary of several lines'],
  ['Provides-Extra: a\nProvides-Extra: A', 'notice Provides-Extra: extra `A`'],
  ['Provides-Extra: a b', 'error Provides-Extra: extra `a b`'],
  [
    'Description-Content-Type: text/html',
    'error Description-Content-Type: content type `text/html` of the description',
  ],
  ['Author-email: nobody', 'warning Author-email: `nobody` as Author-email'],
  ['Import-Name: a.1b', 'error Import-Name: `a.1b` as name to import'],
  ['Project-URL: https://example.org', 'error Project-URL: `https://example.org` as Project-URL'],
  ['nothing', 'error : line 4 `nothing`'],
])('reports %j', (line, finding) => {
  expect(faultsOf(`${head}${line}\n`)).toEqual([finding]);
});

it('says what is missing', () => {
  expect(faultsOf('Name: a\n')).toEqual([
    'error Metadata-Version: lack of `Metadata-Version`',
    'error Version: lack of `Version`',
  ]);
});

/** Built by an old build backend: the index would not take it today. */
const OUTDATED = [
  'mkdocs error License-Expression: `License-Expression` in metadata of version 2.3',
];

it('finds no error in what real projects have published', async () => {
  const errors: string[] = [];
  const sdists = await pinnedSdists();
  for (const { name } of sdists) {
    const text = await readFile(`${await unpackedSdist(name)}/PKG-INFO`, 'utf8');
    errors.push(
      ...faultsOf(text)
        .filter((fault) => !fault.startsWith('notice'))
        .map((fault) => `${name} ${fault}`),
    );
  }
  expect(sdists.length).toBeGreaterThan(60);
  expect(errors).toEqual(OUTDATED);
}, 120_000);

const LINES = [
  'Summary: One',
  'Summary: One\n two',
  'Summary: a\nSummary: b',
  'Keywords: a,b',
  'Description-Content-Type: text/markdown',
  'Description-Content-Type: text/rst',
  'Description-Content-Type: text/markdown; charset=UTF-8; variant=GFM',
  'Description-Content-Type: text/markdown; charset=latin-1',
  'Description-Content-Type: text/markdown; variant=gfm',
  'Dynamic: Version',
  'Dynamic: classifier',
  'Dynamic: nothing',
  'Nothing: a',
  'Provides-Extra: a-b',
  'Provides-Extra: a_',
  'Requires-Python: >=3.9',
  'Requires-Python: 3',
  'Requires-Dist: a>=1; extra == "b"',
  'Requires-Dist: a >= x',
  'Requires-Dist: a b',
  'License-Expression: MIT',
  'License-Expression: mit or BSD',
  'License-File: a/LICENSE',
  'License-File: ../a',
  'License-File: /a',
  'License-File: a\\b',
  'License-File: *',
  'Import-Name: a.b',
  'Import-Name: a; private',
  'Import-Name: a; public',
  'Import-Name: 1',
  'Platform: a\nPlatform: b',
  'Maintainer: A',
  'Version: 2',
  'Name: b',
  'Home-page: a',
];

describe('beside packaging', () => {
  it.each(['1.0', '1.2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.7'])(
    'refuses the same fields in metadata of version %s',
    async (version) => {
      const texts = LINES.map(
        (line) => `Metadata-Version: ${version}\nName: attrsx\nVersion: 1.2.3\n${line}\n\nText\n`,
      );
      const python = await pythonWith('packaging==26.3');
      const answer = execFileSync(python, ['-I', '-c', ASK], {
        encoding: 'utf8',
        input: JSON.stringify(texts),
      });
      const theirs = JSON.parse(answer) as boolean[];
      const differing = LINES.filter((line, at) => {
        const own = faultsOf(texts[at] ?? '').some((fault) => fault.startsWith('error'));
        return own !== theirs[at] && !isOwnRule(line, version);
      });
      expect(differing).toEqual([]);
    },
    120_000,
  );
});

/** PyPI asks for an address; and publishing tools pass over a License-File of before its time. */
const isOwnRule = (line: string, version: string): boolean =>
  line.startsWith('Home-page') || (line.startsWith('License-File') && version < '2.4');

const ASK = `
import json, sys
from packaging.metadata import Metadata
def refused(text):
    try: Metadata.from_email(text.encode())
    except Exception: return True
    return False
print(json.dumps([refused(text) for text in json.load(sys.stdin)]))
`;
