import type { Check } from '@pymaint/core';
import type { VerifyFacts } from '../facts.ts';
import { breakingFitsVersion } from './changelog/breaking-fits-version.ts';
import { datesPlausible } from './changelog/dates-plausible.ts';
import { entryAdded } from './changelog/entry-added.ts';
import { linksDefined } from './changelog/links-defined.ts';
import { linksRight } from './changelog/links-right.ts';
import { ordered } from './changelog/ordered.ts';
import { readable } from './changelog/readable.ts';
import { releasedUnchanged } from './changelog/released-unchanged.ts';
import { releasesDated } from './changelog/releases-dated.ts';
import { releasesTold } from './changelog/releases-told.ts';
import { sectionsKnown } from './changelog/sections-known.ts';
import { tagsTold } from './changelog/tags-told.ts';
import { unique } from './changelog/unique.ts';
import { unreleasedPresent } from './changelog/unreleased-present.ts';
import { categorised } from './fragments/categorised.ts';
import { named } from './fragments/named.ts';
import { notEmpty } from './fragments/not-empty.ts';
import { numbered } from './fragments/numbered.ts';
import { titled } from './changelog/titled.ts';

/** All checks of changelog-verify, in the order of the report. */
export const CHECKS: readonly Check<VerifyFacts>[] = [
  entryAdded,
  readable,
  unique,
  ordered,
  releasesDated,
  datesPlausible,
  releasesTold,
  sectionsKnown,
  unreleasedPresent,
  linksDefined,
  linksRight,
  tagsTold,
  releasedUnchanged,
  breakingFitsVersion,
  named,
  notEmpty,
  categorised,
  numbered,
  titled,
];
