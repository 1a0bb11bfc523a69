import type { Ran } from '@pymaint/platform';
import type { TestRun, Trouble } from '../../facts.ts';
import type { Environment } from '../environment.ts';
import type { Lack } from '../lacking.ts';
import { oneLine, troubleOf } from '../trouble.ts';
import type { TestPlan } from './plan.ts';

/** What went wrong with the run as a whole, where the failures of single tests do not say it. */
export function runTrouble(
  plan: TestPlan,
  ran: Ran,
  { counts, failures }: Pick<TestRun, 'counts' | 'failures'>,
  environment: Environment,
  lacking: Lack | undefined,
): Trouble | undefined {
  const { ending, log } = ran;
  if (ending.kind === 'timed-out' || ending.kind === 'signalled')
    return {
      ...troubleOf(ran, 'tests'),
      remedy: 'find the test that hangs (the log ends in it), or raise `tests-timeout`',
    };
  if (ending.kind === 'not-started') return missingTool(plan, troubleOf(ran, 'tests'));
  if (lacking !== undefined && failures.length === 0)
    return lacking.kind === 'locale'
      ? missingLocale(log)
      : missingModule(lacking.name, plan, environment, log);
  const option = /unrecognized arguments: (.+)$/m.exec(ran.output)?.[1];
  if (plan.tool === 'pytest' && option !== undefined)
    return {
      kind: 'incomplete',
      message: `Unexpected options \`${oneLine(option)}\` in the configuration of pytest, expected the plugin that knows them`,
      remedy:
        'name the plugin (such as pytest-cov) among the requirements of the tests, in the extra or dependency group `test`',
      log,
    };
  if (failures.length > 0) return undefined;
  if (
    (plan.tool === 'pytest' && ending.code === 5) ||
    (counts !== undefined && counts.passed + counts.failed + counts.skipped === 0)
  )
    return {
      kind: 'failed',
      message: `Unexpected run of \`${plan.command.join(' ')}\` without one test, expected some`,
      remedy: 'name the command that runs them by `tests`, or leave them out by `tests: off`',
      log,
    };
  return ending.code === 0 ? undefined : troubleOf(ran, 'tests');
}

const missingTool = (plan: TestPlan, trouble: Trouble): Trouble => ({
  ...trouble,
  message: `Unexpected lack of \`${plan.command[0]}\`, expected it since the tests are run by \`${plan.command.join(' ')}\``,
  remedy: `pip install ${plan.command[0]}, or name another command by \`tests\``,
});

const missingModule = (
  module: string,
  plan: TestPlan,
  { from }: Environment,
  log: string | undefined,
): Trouble =>
  module === plan.tool
    ? missingTool(plan, { kind: 'missing', message: '', remedy: '', log })
    : {
        kind: 'incomplete',
        message: `Unexpected lack of the module \`${module}\`, expected it since the tests import it`,
        remedy:
          from.length === 0
            ? 'name what the tests need in an extra or dependency group `test`'
            : `name it among the requirements of the tests: ${from.join(', ')}`,
        log,
      };

const missingLocale = (log: string | undefined): Trouble => ({
  kind: 'incomplete',
  message: 'Unexpected lack of a locale on this machine, expected those that the tests set',
  remedy: 'install it (Debian, Ubuntu: locale-gen en_US.UTF-8); the log tells which',
  log,
});
