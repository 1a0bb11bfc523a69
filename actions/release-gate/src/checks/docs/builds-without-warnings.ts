import { failIf, pass } from '@pymaint/core';
import { check } from '../../check.ts';

/** The documentation builds, and its tool has nothing to complain about. */
export const buildsWithoutWarnings = check({
  id: 'docs/builds-without-warnings',
  summary: 'The documentation builds without a warning',
  reads: ['docs'],
  needs: ['artifact/builds'],
  judge: ({ docs }) => {
    const { command, warnings, trouble, log } = docs.value;
    const data = log === undefined ? {} : { data: { log } };
    const whole =
      trouble === undefined
        ? []
        : [{ message: trouble.message, place: docs.place, remedy: trouble.remedy, ...data }];
    const single = warnings.map(({ message, place }) => ({
      message: `Unexpected warning, expected documentation that builds without one: ${message}`,
      place,
      remedy: 'mend the page; the command with the log shows the warning again',
      ...data,
    }));
    return whole.length + single.length === 0
      ? pass(`no warnings (${command})`)
      : failIf([...whole, ...single]);
  },
});
