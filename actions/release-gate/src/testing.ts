import {
  fileStart,
  judgeAll,
  known,
  notKnown,
  tomlDocument,
  type Check,
  type Fact,
  type Outcome,
} from '@pymaint/core';
import { findChangelog } from '@pymaint/changelog';
import { indexedFile, parseVersion, readProject, sourceTree, type Project } from '@pymaint/python';
import { publishingsOf } from './judging/workflows/publishing.ts';
import { readWorkflow } from './judging/workflows/read.ts';
import { entryOf } from './gather/changelog.ts';
import { declaredOf } from './gather/project.ts';
import type { GithubAnswer, IndexedRequirement } from './network-facts.ts';
import type { Build, Candidate, Distribution, ReleaseFacts, ReleaseTag } from './facts.ts';

/** What becomes of one check over these facts: for tests of checks. */
export function outcomeOf(check: Check<ReleaseFacts>, facts: Partial<ReleaseFacts>): Outcome {
  const [judged] = judgeAll([{ ...check, needs: [] }], facts);
  return judged?.outcome ?? { status: 'skip', reason: 'no check', because: 'not-asked' };
}

/** A finding as the tests compare it: `error src/a.py:3:1 Unexpected …`, without its remedy. */
export const findingsOf = (
  check: Check<ReleaseFacts>,
  facts: Partial<ReleaseFacts>,
): readonly string[] => {
  const outcome = outcomeOf(check, facts);
  return outcome.status === 'fail'
    ? outcome.findings.map(
        ({ level, place, message }) =>
          `${level} ${place.path}:${place.line}:${place.column} ${message}`,
      )
    : [];
};

/** A project of these files, read as the gate reads it. */
export function someProject(
  files: { readonly [path: string]: string } = {
    'pyproject.toml': '[project]\nname = "attrsx"\nversion = "1.2.3"\n',
  },
): Fact<Project> {
  const project = readProject(sourceTree(files));
  return project === undefined
    ? notKnown('there is no project')
    : known(project, fileStart(project.file));
}

/** The version that is to be released. */
export const someCandidate = (text: string, changes: Partial<Candidate> = {}): Fact<Candidate> =>
  known({ text, from: 'tag', releasedAs: undefined, ...changes }, fileStart('pyproject.toml'));

/** The tag that releases it. */
export const someTag = (name: string, changes: Partial<ReleaseTag> = {}): Fact<ReleaseTag> =>
  known(
    {
      name,
      version: name.replace(/^v/, ''),
      looseVersion: name.replace(/^v/, ''),
      format: 'v{version}',
      sure: true,
      commit: 'a'.repeat(40),
      date: '2026-11-20',
      ...changes,
    },
    fileStart('pyproject.toml'),
  );

const someDistribution = (filename: string, changes: Partial<Distribution>): Distribution => ({
  path: `/dist/${filename}`,
  filename,
  size: 1000,
  sha256: '0'.repeat(64),
  files: [],
  texts: {},
  marks: [],
  ...changes,
});

/** What a build of a healthy project gives. */
export const someBuild = (
  sdist: Partial<Distribution> = {},
  wheel: Partial<Distribution> = {},
): Build & { readonly kind: 'built' } => ({
  kind: 'built',
  folder: '/dist',
  sdist: someDistribution('attrsx-1.2.3.tar.gz', sdist),
  wheel: someDistribution('attrsx-1.2.3-py3-none-any.whl', wheel),
});

/** A changelog and what it says of a version, as the gate reads them. */
export function someChangelog(
  text: string,
  version: string,
  path = 'CHANGELOG.md',
): Pick<ReleaseFacts, 'changelog' | 'entry'> {
  const found = findChangelog({ paths: [path], read: () => text }, { projectName: 'attrsx' });
  const changelog =
    found === undefined ? notKnown('there is none') : known(found, fileStart(found.path));
  return { changelog, entry: entryOf(changelog, someCandidate(version)) };
}

/** Earlier releases by their versions, tagged as `v{version}`. */
export const someReleases = (...versions: readonly string[]): ReleaseFacts['releases'] =>
  known(
    versions.flatMap((text) => {
      const version = parseVersion(text);
      return version === undefined
        ? []
        : [{ tag: `v${text}`, version, commit: 'b'.repeat(40), date: undefined }];
    }),
    fileStart('pyproject.toml'),
  );

/** The version that the sources declare, at pyproject.toml:3:12. */
export function someDeclared(written: string): ReleaseFacts['declared'] {
  return declaredOf(
    someProject({
      'pyproject.toml': `[project]\nname = "attrsx"\nversion = "${written}"\n`,
    }),
  );
}

/** The files of a project, for checks that look at their names. */
export const someSources = (...files: readonly string[]): ReleaseFacts['sources'] =>
  known(
    {
      files,
      pyproject: tomlDocument('pyproject.toml', ''),
      read: async () => undefined,
    },
    fileStart('.'),
  );

/** Packed files by their paths, each with the hash of an empty file. */
export const packed = (...paths: readonly string[]): Distribution['files'] =>
  paths.map((path) => ({
    path,
    size: 0,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  }));

/** The uploads of one workflow file, `.github/workflows/release.yml`. */
export function someWorkflow(text: string): Pick<ReleaseFacts, 'publishing'> {
  const path = '.github/workflows/release.yml';
  const workflow = readWorkflow(path, text);
  return {
    publishing: known(workflow === undefined ? [] : publishingsOf([workflow]), fileStart(path)),
  };
}

/** What an index says of a project: its files, each with whether (and why) it was yanked, and versions without any. */
export const someIndex = (
  files?: { readonly [filename: string]: string | boolean },
  bare: readonly string[] = [],
): ReleaseFacts['index'] =>
  known(
    {
      asked: true,
      value: {
        url: 'https://index.test/simple',
        project: files && {
          files: Object.entries(files).map(([name, yanked]) => indexedFile(name, 'attrsx', yanked)),
          bareVersions: bare.flatMap((text) => parseVersion(text) ?? []),
        },
      },
    },
    fileStart('pyproject.toml'),
  );

/** A published requirement at pyproject.toml:5:3, and what the index has of it, versions as texts. */
export const someRequirement = (
  text: string,
  versions: { readonly installed?: string; readonly newest?: string; readonly yanked?: string },
): IndexedRequirement => ({
  name: /^[\w-]+/.exec(text)?.[0] ?? '',
  text,
  place: { path: 'pyproject.toml', line: 5, column: 3 },
  of: 'dependencies',
  installed: parseVersion(versions.installed ?? ''),
  newest: parseVersion(versions.newest ?? ''),
  yanked: [versions.yanked ?? '']
    .flatMap((written) => parseVersion(written) ?? [])
    .map((version) => ({ version, reason: 'broken' }))[0],
});

/** What GitHub says of commit aaaaaaaa…. */
export const someGithub = (changes: Partial<GithubAnswer> = {}): ReleaseFacts['github'] =>
  known(
    {
      asked: true,
      value: {
        repository: 'org/attrsx',
        commit: 'a'.repeat(40),
        checks: [],
        required: undefined,
        blockers: [],
        milestone: undefined,
        ...changes,
      },
    },
    fileStart('pyproject.toml'),
  );
