import type { Report } from '@pymaint/core';

/** A report of docs-linkcheck with one finding of these words, or none: for tests of what reads reports. */
export const someReport = (message: string | undefined): Report => ({
  schema: 'pymaint-report/1',
  tool: { name: 'pymaint', version: '0' },
  action: 'docs-linkcheck',
  folder: '',
  headline: 'docs',
  answer: message === undefined ? 'yes' : 'no',
  verdict: message === undefined ? 'good' : 'not good',
  failOn: 'error',
  counts: {
    errors: 0,
    warnings: 0,
    notices: 0,
    passed: 1,
    failed: 0,
    skipped: 0,
    unknown: 0,
    crashed: 0,
    accepted: 0,
  },
  checks: [
    {
      id: 'external/broken',
      group: 'external',
      summary: 'x',
      status: message === undefined ? 'pass' : 'fail',
      detail: undefined,
      notAsked: false,
      findings: 0,
      milliseconds: 0,
    },
  ],
  findings:
    message === undefined
      ? []
      : [
          {
            rule: 'external/broken',
            level: 'error',
            message,
            place: { path: 'a.md', line: 1, column: 1 },
          },
        ],
  accepted: [],
  timings: [],
  milliseconds: 1000,
  logs: [],
  kept: [],
  data: {},
});
