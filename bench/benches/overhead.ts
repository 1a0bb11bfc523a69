import { TIMES, type Bench } from '../bench.ts';
import { interleaved, rowsOf } from '../measure.ts';
import { smallProject } from '../small-project.ts';

const SECONDS = 5;

/** release-gate around a test run of a fixed length, beside that test run alone. */
export const bench: Bench = {
  async measure({ folder, command, node, python, rounds }) {
    const cwd = await smallProject(folder);
    const sleep = `import time; time.sleep(${SECONDS})`;
    const tests = ['--environment', 'current', '--tests', `${python} -c "${sleep}"`];
    const cases = [
      {
        name: `a test run of ${SECONDS} s, alone`,
        program: python,
        args: ['-c', sleep],
        cwd,
        status: 0,
      },
      {
        name: '`pymaint release-gate` with that test run',
        program: node,
        args: [command, 'release-gate', '--checks', 'tests', ...tests],
        cwd,
        status: 0,
      },
    ];
    const measured = await interleaved(cases, Math.max(3, Math.round(rounds / 4)));
    return [{ name: 'overhead', head: TIMES, rows: rowsOf(measured) }];
  },
};
