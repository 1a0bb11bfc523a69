import type { Check } from '@pymaint/core';
import type { ReleaseFacts } from '../facts.ts';
import { builds } from './artifact/builds.ts';
import { buildsWithoutWarnings } from './docs/builds-without-warnings.ts';
import { historyComplete } from './git/history-complete.ts';
import { onDefaultBranch } from './git/on-default-branch.ts';
import { treeClean } from './git/tree-clean.ts';
import { testsPass } from './tests/pass.ts';

/** All checks of release-gate, in the order of the report. */
export const CHECKS: readonly Check<ReleaseFacts>[] = [
  treeClean,
  onDefaultBranch,
  historyComplete,
  builds,
  testsPass,
  buildsWithoutWarnings,
];
