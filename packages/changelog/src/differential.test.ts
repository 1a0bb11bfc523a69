import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackedSdist } from '@pymaint/testing';
import fc from 'fast-check';
import { parser } from 'keep-a-changelog';
import { describe, expect, it } from 'vitest';
import { readChangelog } from './read.ts';

/** Of each release: version, day and number of entries, as the package keep-a-changelog reads them. */
const byOracle = (text: string): readonly string[] =>
  parser(text).releases.map(({ version, date, changes }) =>
    [
      version ?? 'unreleased',
      date?.toISOString().slice(0, 10) ?? '-',
      [...changes.values()].flat().length,
    ].join(' '),
  );

const byUs = (text: string): readonly string[] =>
  readChangelog('CHANGELOG.md', text).releases.map(({ version, date, entries }) =>
    [version?.written ?? 'unreleased', date?.iso ?? '-', entries.length].join(' '),
  );

/** What both can read: Keep a Changelog 1.1.0 with versions of SemVer. */
const section = fc.record({
  title: fc.constantFrom('Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'),
  entries: fc.array(fc.stringMatching(/^[A-Z][a-z (),.`]{0,40}[a-z]$/), {
    minLength: 1,
    maxLength: 4,
  }),
  nested: fc.boolean(),
});
const release = fc.record({
  parts: fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }), fc.nat({ max: 20 })),
  day: fc.integer({ min: 10, max: 28 }),
  bracket: fc.boolean(),
  sections: fc.uniqueArray(section, { selector: ({ title }) => title, maxLength: 3 }),
});

const written = ({
  title,
  entries,
  nested,
}: {
  title: string;
  entries: readonly string[];
  nested: boolean;
}) =>
  `### ${title}\n\n${entries.map((it) => `- ${it}${nested ? '\n  and more' : ''}`).join('\n')}\n`;

const document = fc
  .tuple(
    fc.boolean(),
    fc.uniqueArray(release, {
      selector: ({ parts }) => parts.join('.'),
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([open, releases]) => {
    // The package sorts releases by version; the file has them in that order from the start.
    const sorted = releases.toSorted(
      ({ parts: a }, { parts: b }) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2],
    );
    const parts = sorted.map(({ parts, day, bracket, sections }) => {
      const version = parts.join('.');
      const heading = `## ${bracket ? `[${version}]` : version} - 2024-05-${day}`;
      return [`${heading}\n`, ...sections.map(written)].join('\n');
    });
    return ['# Changelog\n', ...(open ? ['## [Unreleased]\n'] : []), ...parts].join('\n');
  });

describe('against the package keep-a-changelog', () => {
  it('reads the same releases, days and entries from any file of that form', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(byUs(text)).toEqual(byOracle(text));
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same days and entries from a real file', async () => {
    const path = join(await unpackedSdist('keepachangelog'), 'CHANGELOG.md');
    const text = await readFile(path, 'utf8');
    // The package takes development releases of PEP 440 for releases without a version, and sorts them first.
    const rest = (line: string): string => line.slice(line.indexOf(' ') + 1);
    expect(byUs(text).map(rest).toSorted()).toEqual(byOracle(text).map(rest).toSorted());
  });
});
