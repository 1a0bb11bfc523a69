import { describe, expect, it } from 'vitest';
import { readChangelog } from './read.ts';

/** `1.2.0@2024-05-01` for each release, with its kind where that is not plain. */
const summary = (text: string, path = 'CHANGELOG.md', projectName?: string): readonly string[] =>
  readChangelog(path, text, { projectName }).releases.map(
    ({ version, date, kind, heading }) =>
      `${version?.canonical ?? `(${heading.text})`}@${date?.iso ?? date?.written ?? '-'}${kind === 'released' ? '' : ` ${kind}`}`,
  );

describe('readChangelog', () => {
  it('reads Keep a Changelog', () => {
    const text =
      '# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2024-05-01\n\n### Added\n\n- A thing (#12)\n';
    expect(summary(text)).toEqual(['(Unreleased)@- unreleased', '1.1.0@2024-05-01']);
    const [, release] = readChangelog('CHANGELOG.md', text).releases;
    expect(release?.sections).toMatchObject([{ title: 'Added', category: 'added' }]);
    expect(release?.entries).toMatchObject([
      { text: 'A thing (#12)', section: 0, references: [{ kind: 'issue', id: '12' }] },
    ]);
  });

  it('reads the date from a line below the heading, as the Pallets projects write it', () => {
    const text =
      'Version 2.3.0\n-------------\n\nUnreleased\n\n-   A\n\nVersion 2.2.0\n-------------\n\nReleased 2022-08-01\n\n-   B\n';
    expect(summary(text, 'CHANGES.rst')).toEqual(['2.3.0@- unreleased', '2.2.0@2022-08-01']);
  });
});
