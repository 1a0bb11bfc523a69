import type { Check } from '@pymaint/core';
import type { LinkFacts } from '../facts.ts';
import { anchor } from './links/anchor.ts';
import { definition } from './links/definition.ts';
import { nav } from './links/nav.ts';
import { ownUrl } from './links/own-url.ts';
import { pypiReadme } from './links/pypi-readme.ts';
import { relativeFile } from './links/relative-file.ts';
import { broken } from './external/broken.ts';
import { moved } from './external/moved.ts';
import { blocked } from './external/blocked.ts';
import { flaky } from './external/flaky.ts';
import { suspicious } from './external/suspicious.ts';
import { unchecked } from './external/unchecked.ts';
import { docstrings } from './refs/docstrings.ts';
import { documents } from './refs/documents.ts';
import { entries } from './refs/entries.ts';
import { files } from './refs/files.ts';
import { labels } from './refs/labels.ts';
import { markup } from './refs/markup.ts';
import { names } from './refs/names.ts';
import { toctrees } from './refs/toctrees.ts';
import { objects } from './refs/objects.ts';
import { published } from './refs/published.ts';

/** All checks of docs-linkcheck, in the order of the report. */
export const CHECKS: readonly Check<LinkFacts>[] = [
  labels,
  documents,
  toctrees,
  names,
  entries,
  files,
  markup,
  relativeFile,
  anchor,
  definition,
  objects,
  broken,
  moved,
  blocked,
  flaky,
  suspicious,
  unchecked,
  published,
  nav,
  pypiReadme,
  ownUrl,
  docstrings,
];
