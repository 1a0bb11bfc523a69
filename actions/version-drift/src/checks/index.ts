import type { Check } from '@pymaint/core';
import type { DriftFacts } from '../facts.ts';
import { bumpConfig } from './drift/bump-config.ts';
import { current } from './drift/current.ts';
import { doubtful } from './drift/doubtful.ts';
import { historic } from './drift/historic.ts';
import { neverTagged } from './drift/never-tagged.ts';
import { pythonVersions } from './drift/python-versions.ts';
import { releaseDate } from './drift/release-date.ts';
import { released } from './drift/released.ts';
import { wholeBump } from './drift/whole-bump.ts';
import { condaDependencies } from './drift/conda-dependencies.ts';
import { statedPythons } from './drift/stated-pythons.ts';
import { published } from './drift/published.ts';

/** All checks of version-drift, in the order of the report. */
export const CHECKS: readonly Check<DriftFacts>[] = [
  current,
  released,
  historic,
  releaseDate,
  doubtful,
  wholeBump,
  neverTagged,
  bumpConfig,
  pythonVersions,
  condaDependencies,
  statedPythons,
  published,
];
