import type { Range } from '@pymaint/core';
import { flagOf, uploadsIn, type ScriptCommand } from './commands.ts';
import type { Job, Settings, Step, Text, Workflow } from './model.ts';

/** A step that uploads distributions, and how. */
export interface Publishing {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
  /** `pypi-publish` is pypa/gh-action-pypi-publish. */
  readonly by: string;
  /** The action's name, or the command. */
  readonly place: Range;
  /** `unknown`: where it goes is computed, or configured elsewhere. */
  readonly index: 'pypi' | 'testpypi' | 'other' | 'unknown';
  /** The setting that holds a secret of the repository's, or hands one over. */
  readonly secret: Text | undefined;
  /** True where no credentials are given in any way that can be seen, and none can be hidden. */
  readonly bare: boolean;
  /** True where trusted publishing is asked for in so many words, or is all that this step can do. */
  readonly trusted: boolean;
  /** What makes it pass over files that the index has. */
  readonly skipExisting: Range | undefined;
}

/** Every step of these workflows that uploads distributions to an index. */
export const publishingsOf = (workflows: readonly Workflow[]): readonly Publishing[] =>
  workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) =>
      job.steps.flatMap((step) => [
        ...byAction(workflow, job, step),
        ...byScript(workflow, job, step),
      ]),
    ),
  );

const ACTION = /^pypa\/gh-action-pypi-publish(?=@)/i;

/** https://github.com/pypa/gh-action-pypi-publish: without `password`, it publishes as a trusted publisher. */
function byAction(workflow: Workflow, job: Job, step: Step): readonly Publishing[] {
  const { uses } = step;
  if (uses === undefined || !ACTION.test(uses.text)) return [];
  const password = given(step.with, 'password');
  const user = given(step.with, 'user');
  const skip = given(step.with, 'skip-existing', 'skip_existing');
  const bare =
    step.with.complete &&
    password === undefined &&
    (user === undefined || user.text === '__token__');
  return [
    {
      workflow,
      job,
      step,
      by: 'pypi-publish',
      place: uses.place,
      index: indexOf(given(step.with, 'repository-url', 'repository_url')?.text),
      secret: isSecret(password) ? keyOf(step.with, 'password') : undefined,
      bare,
      trusted: bare,
      skipExisting: skip?.text === 'true' ? skip.place : undefined,
    },
  ];
}

/** The uploads that a script names; else those that it must be making, since it is handed a token of PyPI's. */
function byScript(workflow: Workflow, job: Job, step: Step): readonly Publishing[] {
  if (step.run === undefined) return [];
  const uploads = uploadsIn(step.run);
  if (uploads.length > 0) return uploads.map((command) => byCommand(workflow, job, step, command));
  const found = [...step.env.entries].find(
    ([name, { value }]) =>
      SECRETS.test(name) && isSecret(value) && /(?<!test_?)pypi/i.test(value.text),
  );
  if (found === undefined) return [];
  const { key } = found[1];
  const hidden = {
    program: key.text.split('_', 1)[0]?.toLowerCase() ?? '',
    rest: '',
    place: key.place,
  };
  return [byCommand(workflow, job, step, hidden)];
}

/** The variables by which programs take credentials. */
const SECRETS =
  /^(?:twine_password|uv_publish_(?:token|password)|flit_password|poetry_pypi_token_\w+|poetry_http_basic_\w+_password|hatch_index_auth|pdm_publish_password)$/;
const ADDRESSES =
  /^(?:twine_repository(?:_url)?|uv_publish_(?:url|index)|flit_index_url|hatch_index_repo|pdm_publish_repo)$/;
const ADDRESS_FLAGS = [
  '--repository-url',
  '--repository',
  '-r',
  '--publish-url',
  '--index',
  '--repo',
];
const TOKEN_FLAGS = ['--token', '-t', '--password', '-p', '--auth', '-a'];

function byCommand(workflow: Workflow, job: Job, step: Step, command: ScriptCommand): Publishing {
  const { program, rest, place } = command;
  const environments = [step.env, job.env, workflow.env];
  const variables = environments.flatMap(({ entries }) => [...entries]);
  const secret = variables.find(([name, { value }]) => SECRETS.test(name) && isSecret(value))?.[1];
  const address = flagOf(rest, ...ADDRESS_FLAGS);
  const variable = variables.find(([name]) => ADDRESSES.test(name))?.[1].value.text;
  const handed = TOKEN_FLAGS.find((name) => /\bsecrets\b/.test(flagOf(rest, name) ?? ''));
  // Earlier steps may set variables for later ones, or write a file of credentials.
  const hidden = job.steps.some(({ run }) => /(?:PUBLISH|TWINE)_|pypirc/.test(run?.raw ?? ''));
  const always = program === 'uv' && flagOf(rest, '--trusted-publishing') === 'always';
  return {
    workflow,
    job,
    step,
    by: program,
    place,
    index: indexOf(address ?? variable),
    secret: secret?.key ?? (handed === undefined ? undefined : { text: handed, place }),
    bare:
      environments.every(({ complete }) => complete) &&
      !variables.some(([name]) => SECRETS.test(name)) &&
      flagOf(rest, ...TOKEN_FLAGS, '--username', '-u', '--keyring-provider') === undefined &&
      !hidden,
    trusted: always,
    skipExisting: /(?:^|\s)--skip-existing(?:\s|$)/.test(rest) ? place : undefined,
  };
}

/** The first of these settings that is not empty. */
const given = ({ entries }: Settings, ...names: readonly string[]): Text | undefined =>
  names
    .map((name) => entries.get(name)?.value)
    .find((value) => value !== undefined && value.text !== '');

const keyOf = ({ entries }: Settings, name: string): Text | undefined => entries.get(name)?.key;

/** A token that an earlier step has minted is none that the repository keeps. */
const isSecret = (value: Text | undefined): boolean =>
  value !== undefined && /\bsecrets\b/.test(value.text);

function indexOf(address: string | undefined): Publishing['index'] {
  if (address === undefined) return 'pypi';
  if (/[{$]/.test(address)) return 'unknown';
  if (/test\.?-?_?pypi/i.test(address)) return 'testpypi';
  return /^(?:https:\/\/upload\.pypi\.org\/legacy\/?|pypi)$/.test(address) ? 'pypi' : 'other';
}
