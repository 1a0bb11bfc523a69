import { load } from 'js-yaml';
import { readText, readTextIfAny } from '../../scripts/shared/repo.ts';

/** A step, as far as the guards look at it. */
export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: { readonly [name: string]: unknown };
}

/** A job: steps of its own, or the call of a reusable workflow. */
export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly uses?: string;
  readonly with?: { readonly [name: string]: unknown };
  readonly permissions?: { readonly [scope: string]: string };
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

/** What a caller gives and gets: of a reusable workflow, or of an action. */
export interface Interface {
  readonly inputs?: {
    readonly [name: string]: { readonly type?: string; readonly default?: unknown };
  };
  readonly outputs?: { readonly [name: string]: unknown };
}

/** A workflow file. */
export interface Workflow {
  readonly name?: string;
  readonly on: { readonly workflow_call?: Interface | null } & {
    readonly [event: string]: unknown;
  };
  readonly permissions?: unknown;
  readonly jobs: { readonly [name: string]: Job };
}

/** A workflow of this repository, or a starter. */
export const readWorkflow = (path: string): Workflow => load(readText(path)) as Workflow;

/** This project, as callers name it; a release writes its owner here and in all that calls. */
export const OWN = 'org/pymaint';
const OWN_ACTION = new RegExp(`^(?:\\$/actions|${OWN})/([a-z-]+)(?:@v1)?$`);
/** The call of one of our workflows; its first group is the file. */
export const OWN_WORKFLOW = new RegExp(`^${OWN}/(\\.github/workflows/[\\w-]+\\.yml)@v1$`);

/** The inputs and outputs of what a step or job uses, or undefined where it is not ours. */
export function ownInterface(uses: string): Interface | undefined {
  const [, action] = OWN_ACTION.exec(uses) ?? [];
  if (action !== undefined) return load(readText(`actions/${action}/action.yml`)) as Interface;
  const [, file] = OWN_WORKFLOW.exec(uses) ?? [];
  const text = file === undefined ? undefined : readTextIfAny(file);
  return text === undefined ? undefined : ((load(text) as Workflow).on.workflow_call ?? undefined);
}

/** What is wrong with the calls of our own actions and workflows: inputs and outputs that do not exist. */
export const wrongCalls = ({ jobs }: Workflow): readonly string[] =>
  Object.entries(jobs).flatMap(([name, job]) => [
    ...unknownInputs(`jobs.${name}`, job),
    ...(job.steps ?? []).flatMap((step) => unknownInputs(`jobs.${name}`, step)),
    ...unknownOutputs(
      `jobs.${name}`,
      job,
      'steps',
      (job.steps ?? []).flatMap(({ id, uses }) => (id && uses ? [[id, uses]] : [])),
    ),
    ...unknownOutputs(
      `jobs.${name}`,
      job,
      'needs',
      Object.entries(jobs).flatMap(([id, { uses }]) => (uses ? [[id, uses]] : [])),
    ),
  ]);

const unknownInputs = (
  where: string,
  { uses, with: given }: Pick<Step, 'uses' | 'with'>,
): readonly string[] => {
  if (uses === undefined || !(uses.startsWith('$/') || uses.startsWith(`${OWN}/`))) return [];
  const own = ownInterface(uses);
  if (own === undefined) return [`${where}: no ${uses}`];
  return Object.keys(given ?? {})
    .filter((input) => own.inputs?.[input] === undefined)
    .map((input) => `${where}: ${uses} has no input ${input}`);
};

const unknownOutputs = (
  where: string,
  job: Job,
  context: 'steps' | 'needs',
  callees: readonly (readonly string[])[],
): readonly string[] => {
  const text = JSON.stringify(job);
  return callees.flatMap(([id = '', uses = '']) => {
    const own = ownInterface(uses);
    const read = text.matchAll(new RegExp(`\\b${context}\\.${id}\\.outputs\\.([\\w-]+)`, 'g'));
    return own === undefined
      ? []
      : [...read]
          .map(([, output = '']) => output)
          .filter((output) => own.outputs?.[output] === undefined)
          .map((output) => `${where}: ${uses} has no output ${output}`);
  });
};
