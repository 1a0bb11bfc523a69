import { nodePorts } from '@pymaint/platform';
import { pinnedSdists, unpackedSdist } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { CHECKS } from './checks/index.ts';
import { linkcheck } from './testing.ts';

/** What is truly wrong in them; each was looked at. */
const FAULTS: { readonly [sdist: string]: readonly string[] } = {
  // People and projects without the target that their name links to: docutils says so as well.
  dask: [
    'refs/names error docs/source/changelog.rst:248:96 Unexpected target `Maxime Grenu`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:249:70 Unexpected target `monkeyjack123`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:250:88 Unexpected target `Maxime Grenu`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:253:87 Unexpected target `Marianne Corvellec`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:258:54 Unexpected target `Harshith J`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:259:71 Unexpected target `Harshith J`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:267:83 Unexpected target `Ayan Bag`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:273:67 Unexpected target `Chase Naples`, expected one that this page defines',
    'refs/names error docs/source/changelog.rst:276:60 Unexpected target `Navid`, expected one that this page defines',
    'refs/names error docs/source/install.rst:143:4 Unexpected target `numba`, expected one that this page defines',
    'refs/names error docs/source/install.rst:145:4 Unexpected target `numbagg`, expected one that this page defines',
  ],
  // Files of its examples that are called otherwise.
  pyparsing: [
    'links/relative-file error examples/README.md:111:21 Unexpected link `./idlparse.py`, expected `idlParse.py`, which differs in upper and lower case',
    'links/relative-file error examples/README.md:117:21 Unexpected link `./simpleCalc.py`, expected `SimpleCalc.py`, which differs in upper and lower case',
  ],
  // A label before an item of a list, which has no title that Sphinx could show.
  scrapy: [
    'refs/labels error docs/topics/optimize.rst:135:7 Unexpected label `broad-crawls-concurrency` without a title behind it, expected an explicit one: `Title <broad-crawls-concurrency>`',
  ],
};

const names = (await pinnedSdists()).map(({ name }) => name);

describe('the documentation of real packages, by default', () => {
  it.each(names)('%s: no error is reported but what is truly wrong', async (sdist) => {
    await using ports = await nodePorts({ folder: await unpackedSdist(sdist) });
    const { findings } = await linkcheck(CHECKS, ports);
    expect(findings.filter((line) => line.includes(' error '))).toEqual(FAULTS[sdist] ?? []);
    if (process.env['SHOW'])
      console.log(sdist + '\n' + findings.map((l) => l.slice(0, 260)).join('\n'));
  });
});
