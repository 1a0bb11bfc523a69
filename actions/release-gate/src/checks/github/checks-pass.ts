import { count, doubt, failIf, listed, skip, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { whereAsked } from '../../judging/network.ts';
import type { CommitCheck, GithubAnswer } from '../../network-facts.ts';

/** The checks of the very commit have passed: those that the branch's rules ask for, else the workflows. */
export const checksPass = check({
  id: 'github/checks-pass',
  summary: 'The checks of the commit have passed on GitHub',
  reads: ['github'],
  judge: ({ github: { value, place } }) =>
    whereAsked(value, (answer) => {
      const { checks, commit } = answer;
      if (checks.length === 0 && answer.required === undefined)
        return skip(`GitHub has run no check on ${commit.slice(0, 8)}`);
      const bad = checks.filter(({ state }) => state === 'bad');
      const problems = [
        ...bad.map(({ name, words, ...one }): Problem => ({
          level: isNeeded({ name, words, ...one }, answer) ? 'error' : 'warning',
          message: `Unexpected \`${words}\` of the check \`${name}\` on ${commit.slice(0, 8)}, expected \`success\``,
          place,
          remedy: 'mend it, or run it again where it failed by chance',
        })),
        // Many run on pull requests alone, and never on the commit that these are merged by.
        ...missing(answer).map((name): Problem => ({
          level: 'warning',
          message: `Unexpected commit ${commit.slice(0, 8)} without the check \`${name}\`, expected what the branch’s rules ask for`,
          place,
        })),
      ];
      const running = checks.filter((one) => one.state === 'running' && isNeeded(one, answer));
      if (running.length > 0 && problems.every(({ level }) => level === 'warning'))
        return doubt(`${listed(running.map(({ name }) => `\`${name}\``))} still running on GitHub`);
      return failIf(problems, `${count(checks.length, 'check')} of ${commit.slice(0, 8)}`);
    }),
});

/** Where nothing is said to be required, the project’s own workflows are; what others report may be advice. */
const isNeeded = ({ name, isWorkflow }: CommitCheck, { required }: GithubAnswer): boolean =>
  required === undefined ? isWorkflow : required.includes(name);

const missing = ({ required = [], checks }: GithubAnswer): readonly string[] =>
  required.filter((name) => checks.every((one) => one.name !== name));
