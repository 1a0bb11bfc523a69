import { failIf, type Place, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { buildsIn, flagOf } from '../../judging/workflows/commands.ts';
import type { Step } from '../../judging/workflows/model.ts';
import { oncePerPlace } from '../../judging/workflows/once.ts';
import type { Publishing } from '../../judging/workflows/publishing.ts';

/** What runs while building cannot reach the right to publish. */
export const builtApart = check({
  id: 'publishing/built-apart',
  summary: 'Distributions are built in another job than the one that may publish',
  level: 'notice',
  reads: ['publishing'],
  judge: ({ publishing }) => {
    const problems = publishing.value
      .filter(({ index }) => index === 'pypi')
      .flatMap((one) => problemOf(one) ?? []);
    return failIf(oncePerPlace(problems));
  },
});

const BUILDERS =
  /^(?:pypa\/cibuildwheel|hynek\/build-and-inspect-python-package|PyO3\/maturin-action)@/i;

function problemOf({ job, step, by, place }: Publishing): Problem | undefined {
  const built = job.steps.flatMap(buildOf)[0] ?? buildingUpload(step, by, place);
  return built === undefined
    ? undefined
    : {
        message: `Unexpected build in the job \`${job.id.text}\` that publishes, expected a job of its own, so that build requirements cannot reach the right to publish`,
        place: built,
        related: [{ message: 'publishes here', place }],
        remedy:
          'build in a job without `id-token: write` and without secrets, and hand the files over by actions/upload-artifact and actions/download-artifact',
      };
}

const buildOf = ({ uses, run }: Step): readonly Place[] => [
  ...(uses !== undefined && BUILDERS.test(uses.text) ? [uses.place] : []),
  ...(run === undefined ? [] : buildsIn(run).map(({ place }) => place)),
];

/** Programs that build what they upload. */
function buildingUpload({ run }: Step, by: string, place: Place): Place | undefined {
  const text = run?.raw ?? '';
  const builds =
    by === 'flit' ||
    (by === 'pdm' && flagOf(text, '--no-build') === undefined) ||
    (by === 'poetry' && flagOf(text, '--build') !== undefined);
  return builds ? place : undefined;
}
