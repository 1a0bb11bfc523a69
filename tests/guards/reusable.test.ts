/** The reusable workflows and the starters that call them: what one offers and what the other asks must agree. */
import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { matching, readText, readTextIfAny } from '../../scripts/shared/repo.ts';
import {
  OWN_WORKFLOW,
  ownInterface,
  readWorkflow,
  wrongCalls,
  type Workflow,
} from './workflow-files.ts';
import { lintWorkflow } from './yaml-linters.ts';

const read = (path: string) => ({ path, text: readText(path), workflow: readWorkflow(path) });
const reusable = matching('.github/workflows/python-*.yml').map(read);
const starters = matching('action-templates/workflows/*.yml').map(read);

/** The union of what its jobs ask for: GitHub holds a caller against it before any job starts. */
const permissionsOf = ({ jobs }: Workflow): { readonly [scope: string]: string } =>
  Object.assign({}, ...Object.values(jobs).map(({ permissions }) => permissions ?? {}));

/** The first workflow in a file's header. */
const stanzaOf = (text: string): Workflow =>
  load(
    text
      .slice(0, text.indexOf('\nname:'))
      .split('\n')
      .filter((line) => line.startsWith('#   '))
      .map((line) => line.slice(4))
      .join('\n'),
  ) as Workflow;

it('finds both kinds', () => {
  expect(reusable.length).toBeGreaterThan(1);
  expect(starters.length).toBeGreaterThan(0);
});

describe.each(reusable)('$path', ({ path, text, workflow }) => {
  const { inputs, outputs } = workflow.on.workflow_call ?? {};

  it('uses only inputs and outputs that its actions have', () => {
    expect(wrongCalls(workflow)).toEqual([]);
  });

  it('takes an empty string for every input, and says what it means', () => {
    const loose = Object.entries(inputs ?? {}).filter(
      ([, input]) =>
        input.type !== 'string' || input.default !== '' || !/Default: /.test(JSON.stringify(input)),
    );
    expect(loose.map(([name]) => name)).toEqual([]);
  });

  it('describes every output', () => {
    const bare = Object.entries(outputs ?? {}).filter(
      ([, output]) => !Object.hasOwn(Object(output), 'description'),
    );
    expect(bare).toEqual([]);
  });

  it('shows a caller in its header that grants exactly what its jobs ask for', () => {
    const [job] = Object.values(stanzaOf(text).jobs);
    expect(job?.uses).toBe(`org/pymaint/${path}@v1`);
    expect(job?.permissions).toEqual(permissionsOf(workflow));
    expect(wrongCalls(stanzaOf(text))).toEqual([]);
  });

  it('has a concurrency group of its own', () => {
    const { group } = (workflow as unknown as { readonly concurrency: { readonly group: string } })
      .concurrency;
    expect(group).toMatch(/^pymaint-[a-z-]+-\$\{\{ github\.ref \}\}/);
    expect(group).not.toContain('github.workflow');
  });
});

describe.each(starters)('$path', ({ path, text, workflow }) => {
  it('is clean to both linters', async () => {
    expect(await lintWorkflow(`.github/workflows/${path.split('/').at(-1)}`, text)).toEqual([]);
  });

  it('calls only workflows, inputs and outputs that exist', () => {
    expect(wrongCalls(workflow)).toEqual([]);
  });

  it('grants each called workflow exactly what it asks for', () => {
    const wrong = Object.values(workflow.jobs).filter(({ uses, permissions }) => {
      const [, file] = OWN_WORKFLOW.exec(uses ?? '') ?? [];
      if (file === undefined) return false;
      return !isDeepStrictEqual(permissions, permissionsOf(readWorkflow(file)));
    });
    expect(wrong).toEqual([]);
    expect(workflow.permissions).toEqual({});
  });

  it('has what an organisation’s chooser shows', () => {
    const properties = JSON.parse(
      readTextIfAny(path.replace(/yml$/, 'properties.json')) ?? '{}',
    ) as object;
    expect(properties).toMatchObject({
      name: expect.stringMatching(/^pymaint: /) as string,
      description: expect.stringMatching(/\.$/) as string,
      iconName: expect.stringMatching(/^octicon [a-z-]+$/) as string,
      categories: expect.arrayContaining(['Python']) as string[],
    });
  });

  it('starts at no full hour', () => {
    expect(text).not.toMatch(/cron: *['"]0 /);
  });
});

it.each([
  ['an input', { uses: 'org/pymaint/.github/workflows/python-pr.yml@v1', with: { nope: '' } }],
  ['a workflow', { uses: 'org/pymaint/.github/workflows/nope.yml@v1' }],
  ['an action’s input', { steps: [{ uses: '$/actions/release-gate', with: { nope: '' } }] }],
  [
    'an output',
    {
      steps: [
        { id: 'a', uses: 'org/pymaint/release-gate@v1' },
        { run: 'x ${{ steps.a.outputs.nope }}' },
      ],
    },
  ],
])('would see %s that does not exist', (_, job) => {
  expect(wrongCalls({ on: {}, jobs: { job } })).toHaveLength(1);
});

it('knows what is ours', () => {
  expect(ownInterface('actions/checkout@v7')).toBeUndefined();
  expect(ownInterface('$/actions/release-gate')?.outputs).toHaveProperty('ready');
});
