import { describe, expect, it } from 'vitest';
import { readReleaseFolder } from './folder.ts';
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

  it.each([
    ['a comment', '.. acme-release: 2026-09-30'],
    ['a comment for people', '.. released: 2026-09-30'],
  ])('reads the date from %s below the heading', (_, comment) => {
    const text = `Changelog for Acme 4.4.0\n========================\n\n${comment}\n\nSummary\n-------\n\n- A\n`;
    expect(summary(text, 'docs/changes/4.4.0.rst', 'acme')).toEqual(['4.4.0@2026-09-30']);
  });

  it.each([
    ['<!-- release-date: 2026-09-30 -->', '1.1.0@2026-09-30'],
    ['<!-- merged on 2026-09-30 -->', '1.1.0@-'],
  ])('takes of the comment %s what it says of the release', (comment, read) => {
    expect(summary(`# Changelog\n\n## 1.1.0\n\n${comment}\n\n- A\n`)).toEqual([read]);
  });

  it.each([
    [
      'a bare heading gathers the releases of its series',
      '# Changes\n\n## 27\n\n### 27.1.0\n\n- A\n\n### 27.0\n\n- B\n\n## 26.0.1\n\n- C\n\n## 26.0.0\n\n- D\n',
      ['27.1.0@-', '27.0@-', '26.0.1@-', '26.0.0@-'],
    ],
    [
      'a release with words of its own stays one above others of its series',
      '# Changes\n\n## 2.0\n\n- A\n\n### 2.0.1\n\n- B\n\n## 1.0\n\n- C\n',
      ['2.0@-', '1.0@-'],
    ],
    [
      'another project’s version at once below a release is none',
      '# Changes\n\n## 2.0\n\n### 3.1.4\n\n- B\n\n## 1.0\n\n- C\n',
      ['2.0@-', '1.0@-'],
    ],
  ])('%s', (_, text, releases) => {
    expect(summary(text)).toEqual(releases);
  });
});

describe('readReleaseFolder', () => {
  it('tells the file of a series each release once, that by which the file is named among them', () => {
    const text = ['2.0.1', '2.0.0'].map((it) => `Release ${it}\n=============\n\n- A\n\n`).join('');
    const { releases } = readReleaseFolder('whatsnew', [{ path: 'whatsnew/version2.0.rst', text }]);
    expect(releases.map(({ version }) => version?.canonical)).toEqual(['2.0.1', '2.0.0']);
  });
});
