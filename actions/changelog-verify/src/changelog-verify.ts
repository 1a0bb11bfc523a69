import { count } from '@pymaint/core';
import { defineAction } from '@pymaint/platform';
import { displayName } from '@pymaint/python';
import { CHECKS } from './checks/index.ts';
import type { VerifyFacts } from './facts.ts';
import { gatherVerify } from './gather.ts';
import { OPTIONS } from './options.ts';

/** The action as data: does the changelog tell the truth, and does this change add to it? */
export const changelogVerify = defineAction<typeof OPTIONS, VerifyFacts>({
  name: 'changelog-verify',
  summary: 'Verifies the changelog of a Python package, and that a pull request adds to it',
  options: OPTIONS,
  slow: [],
  doubtFails: false,
  checks: CHECKS,
  gather: gatherVerify,
  words: { yes: 'good', no: 'not good', unknown: 'good as far as is known' },
  headline,
  outputs: {
    version: { description: 'The version of the release that the other outputs speak of.' },
    date: { description: 'Its date, `YYYY-MM-DD`.' },
    notes: { description: 'Its entry as Markdown, links resolved.' },
    'notes-path': { description: 'A file with the same, for `gh release create --notes-file`.' },
  },
  outputValues: (_, { release, notes }) => ({
    version: release?.known === true ? (release.value.version?.canonical ?? '') : '',
    date: release?.known === true ? (release.value.date?.iso ?? '') : '',
    notes: notes?.known === true ? notes.value.text : '',
    'notes-path': notes?.known === true ? (notes.value.path ?? '') : '',
  }),
});

/** `attrsx · CHANGELOG.md · 35 releases`. */
function headline({ project, changelog }: Partial<VerifyFacts>): string {
  const name = displayName(project);
  if (changelog?.known !== true) return `${name} · no changelog`;
  const { path, changelog: read } = changelog.value;
  return `${name} · ${path} · ${count(read.releases.length, 'release')}`;
}
