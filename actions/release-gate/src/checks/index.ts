import type { Check } from '@pymaint/core';
import type { ReleaseFacts } from '../facts.ts';
import { builds } from './artifact/builds.ts';
import { coreMetadata } from './artifact/core-metadata.ts';
import { descriptionRenders as builtDescriptionRenders } from './artifact/description-renders.ts';
import { entryPointsImport } from './artifact/entry-points-import.ts';
import { imports } from './artifact/imports.ts';
import { licenceFiles } from './artifact/licence-files.ts';
import { metadataComplete } from './artifact/metadata-complete.ts';
import { metadataVersion } from './artifact/metadata-version.ts';
import { nameAndVersion } from './artifact/name-and-version.ts';
import { noStrangeFiles } from './artifact/no-strange-files.ts';
import { noStrayPackages } from './artifact/no-stray-packages.ts';
import { noSecrets } from './artifact/no-secrets.ts';
import { portable } from './artifact/portable.ts';
import { record } from './artifact/record.ts';
import { reproducible } from './artifact/reproducible.ts';
import { sdistComplete } from './artifact/sdist-complete.ts';
import { size } from './artifact/size.ts';
import { typed } from './artifact/typed.ts';
import { wheelTags } from './artifact/wheel-tags.ts';
import { dateSane } from './changelog/date-sane.ts';
import { dated } from './changelog/dated.ts';
import { hasEntry } from './changelog/has-entry.ts';
import { noPlaceholder } from './changelog/no-placeholder.ts';
import { notEmpty } from './changelog/not-empty.ts';
import { unreleasedEmpty } from './changelog/unreleased-empty.ts';
import { everyPythonServed } from './dependencies/every-python-served.ts';
import { extrasExist } from './dependencies/extras-exist.ts';
import { groupsResolve } from './dependencies/groups-resolve.ts';
import { lockCurrent } from './dependencies/lock-current.ts';
import { markersApply } from './dependencies/markers-apply.ts';
import { namesDistinct } from './dependencies/names-distinct.ts';
import { noPrereleases } from './dependencies/no-prereleases.ts';
import { noUpperCaps } from './dependencies/no-upper-caps.ts';
import { requiresPythonMatchesTests } from './dependencies/requires-python-matches-tests.ts';
import { noDirectUrls } from './dependencies/no-direct-urls.ts';
import { notContradictory } from './dependencies/not-contradictory.ts';
import { parse } from './dependencies/parse.ts';
import { requiresPythonMatchesClassifiers } from './dependencies/requires-python-matches-classifiers.ts';
import { buildsWithoutWarnings } from './docs/builds-without-warnings.ts';
import { historyComplete } from './git/history-complete.ts';
import { onDefaultBranch } from './git/on-default-branch.ts';
import { treeClean } from './git/tree-clean.ts';
import { lastReleaseComplete } from './index/last-release-complete.ts';
import { requirementsThere } from './index/requirements-there.ts';
import { checksPass } from './github/checks-pass.ts';
import { noBlockers } from './github/no-blockers.ts';
import { noneKnown } from './advisories/none-known.ts';
import { versionFollows } from './index/version-follows.ts';
import { versionFree } from './index/version-free.ts';
import { classifiers } from './metadata/classifiers.ts';
import { descriptionRenders } from './metadata/description-renders.ts';
import { licence } from './metadata/licence.ts';
import { summary } from './metadata/summary.ts';
import { urls } from './metadata/urls.ts';
import { readable } from './project/readable.ts';
import { attestations } from './publishing/attestations.ts';
import { builtApart } from './publishing/built-apart.ts';
import { idToken } from './publishing/id-token.ts';
import { noSkipExisting } from './publishing/no-skip-existing.ts';
import { notCalled } from './publishing/not-called.ts';
import { trusted } from './publishing/trusted.ts';
import { testsPass } from './tests/pass.ts';
import { canonical } from './version/canonical.ts';
import { followsLast } from './version/follows-last.ts';
import { notDevelopment } from './version/not-development.ts';
import { publicVersion } from './version/public.ts';
import { sourcesAgree } from './version/sources-agree.ts';
import { tagAgrees } from './version/tag-agrees.ts';
import { tagShape } from './version/tag-shape.ts';
import { valid } from './version/valid.ts';
import { descriptionLinks } from './metadata/description-links.ts';
import { lockHash } from './dependencies/lock-hash.ts';

/** All checks of release-gate, in the order of the report. */
export const CHECKS: readonly Check<ReleaseFacts>[] = [
  readable,
  valid,
  canonical,
  publicVersion,
  notDevelopment,
  tagAgrees,
  tagShape,
  sourcesAgree,
  followsLast,
  treeClean,
  onDefaultBranch,
  historyComplete,
  hasEntry,
  dated,
  dateSane,
  notEmpty,
  noPlaceholder,
  unreleasedEmpty,
  parse,
  noDirectUrls,
  notContradictory,
  namesDistinct,
  extrasExist,
  groupsResolve,
  requiresPythonMatchesClassifiers,
  requiresPythonMatchesTests,
  everyPythonServed,
  markersApply,
  noPrereleases,
  noUpperCaps,
  lockCurrent,
  lockHash,
  idToken,
  notCalled,
  trusted,
  builtApart,
  noSkipExisting,
  attestations,
  summary,
  classifiers,
  licence,
  urls,
  descriptionRenders,
  descriptionLinks,
  builds,
  nameAndVersion,
  coreMetadata,
  metadataVersion,
  metadataComplete,
  builtDescriptionRenders,
  licenceFiles,
  noStrayPackages,
  noStrangeFiles,
  noSecrets,
  portable,
  record,
  wheelTags,
  typed,
  size,
  sdistComplete,
  reproducible,
  imports,
  entryPointsImport,
  testsPass,
  buildsWithoutWarnings,
  versionFree,
  versionFollows,
  lastReleaseComplete,
  requirementsThere,
  noneKnown,
  checksPass,
  noBlockers,
];
