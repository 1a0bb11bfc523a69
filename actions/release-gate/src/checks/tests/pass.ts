import { count, fail, failIf, listed, pass, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { TestFailure } from '../../facts.ts';

/** The project's own tests pass, against the wheel in an environment of its own unless told otherwise. */
export const testsPass = check({
  id: 'tests/pass',
  summary: 'The tests pass',
  reads: ['tests'],
  needs: ['artifact/builds'],
  judge: ({ tests }) => {
    const { command, environment, reused, supplied, counts, failures, trouble, log } = tests.value;
    const data = log === undefined ? {} : { data: { log } };
    const single = failures.map((failure) => ({ ...failed(failure, tests.place), ...data }));
    if (trouble !== undefined)
      return fail(
        { message: trouble.message, place: tests.place, remedy: trouble.remedy, ...data },
        ...single,
      );
    if (single.length > 0) return failIf(single);
    const many = counts === undefined ? 'passed' : `${count(counts.passed, 'test')} passed`;
    const clean = reused === true ? 'the environment of an earlier run' : 'a clean environment';
    const beside = supplied === undefined ? '' : ` with ${listed(supplied)}, which they import`;
    const where = environment === 'isolated' ? `, from the wheel in ${clean}${beside}` : '';
    return pass(`${many}${where} (${command})`);
  },
});

/** `.` stands for a place that the output did not tell. */
const failed = ({ test, words, place }: TestFailure, run: TestFailure['place']): Problem => ({
  message: `Unexpected failure of test \`${test}\`, expected it to pass: ${words}`,
  place: place.path === '.' ? run : place,
  remedy: 'mend the test or what it tests',
});
