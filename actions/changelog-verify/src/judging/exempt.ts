import { matchesGlob } from '@pymaint/core';
import type { Change, ChangedFile } from '../facts.ts';
import type { Options } from '../options.ts';

/** Labels that projects and the older actions of this kind use. */
const LABELS = [
  'skip-changelog',
  'skip changelog',
  'skip news',
  'skip-news',
  'no-changelog',
  'no changelog',
];

/** What no user of a package notices. */
const PATHS = [
  '**/tests/**',
  '**/test/**',
  '**/testing/**',
  '**/test_*.py',
  '**/*_test.py',
  '**/conftest.py',
  'docs/**',
  'doc/**',
  '.github/**',
  '.circleci/**',
  '.gitlab-ci.yml',
  '.gitlab/**',
  '.azure-pipelines/**',
  'azure-pipelines.yml',
  '.pre-commit-config.yaml',
  '.readthedocs.y*ml',
  '.git*',
  '.editorconfig',
  '.codecov.yml',
  'codecov.yml',
  'tox.ini',
  'noxfile.py',
  'Makefile',
  'README*',
  'CONTRIBUTING*',
  'CODE_OF_CONDUCT*',
  'SECURITY*',
  'LICEN?E*',
  'AUTHORS*',
  'CITATION.cff',
];

/** Why a change needs no entry, or undefined where it does. The change that is the release is told apart elsewhere. */
export function exemption(change: Change, options: Options): string | undefined {
  const { author, byBot, files } = change;
  if (byBot) return `\`${author ?? 'the author'}\` is a bot`;
  if (author !== undefined && includes(options['exempt-authors'], author))
    return `\`${author}\` is exempt`;
  const labels = [...LABELS, ...options['exempt-labels']];
  const label = change.labels.find((it) => includes(labels, it));
  if (label !== undefined) return `the label \`${label}\` says so`;
  if (files.length === 0) return 'nothing is changed in this folder';
  const globs = [...PATHS, ...options['exempt-paths']];
  return files.every((file) => isExempt(file, globs))
    ? 'only tests, documentation or CI are touched'
    : undefined;
}

const includes = (list: readonly string[], wanted: string): boolean =>
  list.some((it) => it.toLowerCase() === wanted.toLowerCase());

const isExempt = ({ path }: ChangedFile, globs: readonly string[]): boolean =>
  globs.some((glob) => matchesGlob(glob, path));
