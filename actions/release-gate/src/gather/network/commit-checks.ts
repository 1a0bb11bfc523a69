import { groupBy } from '@pymaint/core';
import type { CommitCheck } from '../../network-facts.ts';
import { textOf, type Ask, type Data } from './github-ask.ts';

/** Check runs and statuses of a commit, without the jobs of the run that this gate is part of. */
export async function checksOf(
  ask: Ask,
  commit: string,
  runId: string | undefined,
): Promise<readonly CommitCheck[]> {
  const [runs, statuses, workflows] = await Promise.all([
    ask(`/commits/${commit}/check-runs?per_page=100`, 'check_runs'),
    ask(`/commits/${commit}/status?per_page=100`, 'statuses'),
    ask(`/actions/runs?head_sha=${commit}&per_page=100`, 'workflow_runs'),
  ]);
  const isOwn = (run: Data): boolean =>
    runId !== undefined && textOf(run, 'details_url').includes(`/actions/runs/${runId}/`);
  const of = bySuite(workflows);
  return [
    ...runs.flatMap((run): readonly CommitCheck[] => {
      const workflow = of(run);
      return isOwn(run) || workflow === 'superseded' ? [] : [checkOf(run, workflow)];
    }),
    ...statuses.map((status): CommitCheck => {
      const state = textOf(status, 'state');
      return {
        name: textOf(status, 'context'),
        state: state === 'success' ? 'good' : state === 'pending' ? 'running' : 'bad',
        words: state,
        isWorkflow: false,
      };
    }),
  ];
}

const GOOD: ReadonlySet<string> = new Set(['success', 'neutral', 'skipped', 'stale']);

function checkOf(run: Data, workflow: Data | undefined): CommitCheck {
  const conclusion = textOf(run, 'conclusion');
  // A job that may fail (`continue-on-error`) is told as failed, and its workflow as passed.
  const isGood = GOOD.has(conclusion) || GOOD.has(textOf(workflow, 'conclusion'));
  return {
    name: textOf(run, 'name'),
    state: conclusion === '' ? 'running' : isGood ? 'good' : 'bad',
    words: conclusion === '' ? textOf(run, 'status') : conclusion,
    isWorkflow: textOf(run['app'] as Data | undefined, 'slug') === 'github-actions',
  };
}

/**
 * The workflow run that a check run is a job of, where that is known. Of the runs of one workflow for the same commit one
 * counts, the others are `superseded`: the last, and the one before where that was good and the last has not ended, as
 * when what passed on the branch runs once more for the tag.
 */
function bySuite(workflows: readonly Data[]): (run: Data) => Data | 'superseded' | undefined {
  const counting = new Map(
    [...groupBy(workflows, (workflow) => workflow['workflow_id'])].map(([id, same]) => [
      id,
      countingOf(same),
    ]),
  );
  const suites = new Map(workflows.map((workflow) => [workflow['check_suite_id'], workflow]));
  return (run) => {
    const workflow = suites.get((run['check_suite'] as Data | undefined)?.['id']);
    const counts = workflow === undefined || counting.get(workflow['workflow_id']) === workflow;
    return counts ? workflow : 'superseded';
  };
}

function countingOf(runs: readonly Data[]): Data | undefined {
  const newestFirst = runs.toSorted((a, b) =>
    textOf(a, 'created_at') > textOf(b, 'created_at') ? -1 : 1,
  );
  const ended = newestFirst.find((run) => textOf(run, 'conclusion') !== '');
  return ended !== undefined && GOOD.has(textOf(ended, 'conclusion')) ? ended : newestFirst[0];
}
