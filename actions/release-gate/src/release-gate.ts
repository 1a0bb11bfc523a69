import type { Report } from '@pymaint/core';
import { defineAction } from '@pymaint/platform';
import { canonicalVersion, displayName } from '@pymaint/python';
import { CHECKS } from './checks/index.ts';
import type { ReleaseFacts } from './facts.ts';
import { finishRelease } from './finish.ts';
import { gatherRelease } from './gather.ts';
import { OPTIONS } from './options.ts';
import { planRelease } from './plan.ts';

/** The action as data: may this version be released? */
export const releaseGate = defineAction<typeof OPTIONS, ReleaseFacts>({
  name: 'release-gate',
  summary: 'Judges whether a version of a Python package may be released',
  options: OPTIONS,
  slow: ['tests', 'docs', 'artifact'],
  leftTo: {
    'changelog-verify': ['changelog/date-sane'],
    'docs-linkcheck': ['metadata/description-links'],
    'version-drift': [
      'version/sources-agree',
      'dependencies/requires-python-matches-classifiers',
      'dependencies/requires-python-matches-tests',
    ],
  },
  doubtFails: true,
  checks: CHECKS,
  gather: gatherRelease,
  plan: planRelease,
  finish: finishRelease,
  words: { yes: 'ready', no: 'not ready', unknown: 'not known to be ready' },
  headline,
  outputs: {
    ready: { description: '`true` where the version may be released, else `false`.' },
    version: { description: 'The version that was judged, in PEP 440’s normal form.' },
    distributions: {
      description:
        'The folder with the sdist and the wheel that were judged, and nothing else; empty where none were built.',
    },
    hashes: {
      description: 'Their SHA-256 hashes, a line each, in the form of `sha256sum`.',
    },
    checksums: {
      description: 'A file with the same lines, for `actions/attest` (`subject-checksums`).',
    },
  },
  outputValues: (report: Report, facts) => ({
    ready: String(report.answer === 'yes'),
    version:
      facts.candidate?.known === true
        ? (canonicalVersion(facts.candidate.value.text) ?? facts.candidate.value.text)
        : '',
    // Filled by `finish` where something was built.
    distributions: '',
    hashes: '',
    checksums: '',
  }),
});

/** `attrsx 2.4.0 · tag v2.4.0 · hatchling`. */
function headline({ project, candidate, declared, tag }: Partial<ReleaseFacts>): string {
  const name = displayName(project);
  const version = candidate?.known === true ? ` ${candidate.value.text}` : '';
  const parts = [
    tag?.known === true ? `tag ${tag.value.name}` : undefined,
    project?.known === true ? project.value.backend.id : undefined,
    declared?.known === true
      ? `version from ${declared.place.path}:${declared.place.line}`
      : undefined,
  ];
  return [`${name}${version}`, ...parts.filter((part) => part !== undefined && part !== '')].join(
    ' · ',
  );
}
