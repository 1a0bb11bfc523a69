import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodePorts } from '@pymaint/platform';
import { unpackedSdist } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { CHECKS } from './checks/index.ts';
import { verify } from './testing.ts';

const table = fileURLToPath(new URL('../../../tests/changelogs.json', import.meta.url));
const rows = JSON.parse(readFileSync(table, 'utf8')) as readonly { readonly sdist: string }[];
const names = [...new Set(rows.map(({ sdist }) => sdist))];

/** What is truly wrong in them; each was looked at. */
const FAULTS: { readonly [sdist: string]: readonly string[] } = {
  // A 29 February of a year that has none.
  lxml: [
    'changelog/readable notice CHANGES.txt:994:8 Unexpected date `2019-02-29`, expected a day of the calendar',
  ],
  psutil: [
    'changelog/sections-known notice HISTORY.rst:1499:1 Unexpected section `Enhncements`, expected a known one; did you mean `Enhancements`?',
  ],
  // 0.10.1 was dated after the release that follows it.
  requests: [
    'changelog/dates-plausible notice HISTORY.md:1747:9 Unexpected date `2012-01-15` of `0.10.2`, expected none before 2012-01-23, the date of `0.10.1`',
  ],
  sqlalchemy: [
    'changelog/releases-told warning doc/build/changelog/changelog_21.rst:85:1 Unexpected empty entry for `2.1.8`, expected what has changed',
  ],
  // The release has last year’s date, its candidate this year’s.
  'typing-extensions': [
    'changelog/dates-plausible warning CHANGELOG.md:1:19 Unexpected date `July 2, 2025` of `4.16.0`, expected none before 2026-06-25, the date of `4.16.0rc2`',
  ],
  // The newer 0.9.7 stands above, with 0.9.6 between them.
  werkzeug: [
    'changelog/unique notice CHANGES.rst:2030:1 Unexpected second entry for `0.9.7`, expected one',
    'changelog/ordered notice CHANGES.rst:2030:1 Unexpected place of `0.9.7` behind `0.9.6`, expected it before',
  ],
  'zope-interface': [
    'changelog/dates-plausible notice CHANGES.rst:298:8 Unexpected date `2020-03-21` of `5.3.0`, expected none before 2021-03-18, the date of `5.3.0a1`',
  ],
};

describe('the changelogs of real packages, by default', () => {
  it.each(names)('%s: nothing is reported but what is truly wrong', async (sdist) => {
    await using ports = await nodePorts({ folder: await unpackedSdist(sdist) });
    const { facts, findings } = await verify(CHECKS, ports);
    expect(facts.changelog?.known).toBe(true);
    expect(findings).toEqual(FAULTS[sdist] ?? []);
  });
});
