import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { inputDescription, inputsOf, outputsOf } from '../../scripts/docs/actions.ts';
import { loadActions } from '../../scripts/shared/actions.ts';
import { readText } from '../../scripts/shared/repo.ts';
import { lintMetadata } from './yaml-linters.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
}
interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly inputs: { readonly [name: string]: Described };
  readonly outputs: { readonly [name: string]: Described };
  readonly runs: { readonly [key: string]: unknown };
}

const actions = (await loadActions()).map((action) => {
  const path = `actions/${action.name}/action.yml`;
  const text = readText(path);
  return { name: action.name, action, path, text, metadata: load(text) as Metadata };
});

describe.each(actions)('action.yml of $name', ({ name, action, path, text, metadata }) => {
  it('is clean to GitHub’s own reader', async () => {
    expect(await lintMetadata(path, text)).toEqual([]);
  });

  it('runs the bundle of its name on the one Node version', () => {
    expect(metadata.runs).toEqual({ using: 'node24', main: `../../dist/${name}/index.js` });
  });

  it('is called pymaint and its name, and says what the action says', () => {
    expect(metadata).toMatchObject({ name: `pymaint ${name}`, description: action.summary });
  });

  it('has the options of the action as its inputs', () => {
    const expected = inputsOf(action).map(([option, spec]) => [option, inputDescription(spec)]);
    const written = Object.entries(metadata.inputs).map(([input, spec]) => [
      input,
      spec.description,
    ]);
    expect(written).toEqual(expected);
  });

  it('gives no input a default, which would hide what the configuration file says', () => {
    const fixed = Object.entries(metadata.inputs).filter(([, spec]) => spec.default !== undefined);
    expect(fixed).toEqual([]);
  });

  it('has the outputs of the action', () => {
    expect(metadata.outputs).toEqual(outputsOf(action));
  });
});

it('sees what is wrong with an action.yml', async () => {
  const planted = 'name: a\ndescription: b\nruns:\n  using: node22\n  main: index.js\n';
  expect(await lintMetadata('actions/planted/action.yml', planted)).not.toEqual([]);
});
