import { ruleUrl } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { camelCase, loadActions } from '../../scripts/shared/actions.ts';
import { matching, readText } from '../../scripts/shared/repo.ts';
import { allRules } from '../../scripts/shared/rules.ts';
import { PLACEHOLDER } from '../../scripts/shared/scaffold.ts';

const SECTIONS = ['## Why', '## Fails', '## Passes', '## How to fix'];

const actions = await loadActions();
const rules = await allRules();

/** Ids by the files of one kind below checks/. */
const idsOf = (action: string, ending: string): readonly string[] => {
  const folder = `actions/${action}/src/checks/`;
  return matching(`${folder}**/*${ending}`)
    .map((path) => path.slice(folder.length, -ending.length))
    .filter((id) => id !== 'index' && !id.endsWith('.test'));
};

describe.each(actions)('the checks of $name', ({ name, checks }) => {
  const registered = checks.map(({ id }) => id).toSorted();

  it('are all registered, each under the path of its file', () => {
    expect(registered).toEqual(idsOf(name, '.ts'));
  });

  it('are all documented', () => {
    expect(idsOf(name, '.md')).toEqual(registered);
  });

  it('are all tested, each by a test beside it that runs that check', () => {
    expect(idsOf(name, '.test.ts')).toEqual(registered);
    const idle = registered.filter(
      (id) => !readText(`actions/${name}/src/checks/${id}.test.ts`).includes(lastPart(id)),
    );
    expect(idle).toEqual([]);
  });

  it('say what holds when they pass, as one line without a full stop', () => {
    const other = checks.filter(({ summary }) => !/^[A-Z`][^\n]{9,}[^.\n]$/.test(summary));
    expect(other.map(({ id, summary }) => `${id}: ${summary}`)).toEqual([]);
  });
});

const lastPart = (id: string): string => camelCase(id.split('/').at(-1) ?? id);

it('gives every rule of every action an id of its own, in kebab case', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(id))).toEqual([]);
});

/** A `#` at the start of a line of code is no heading. */
const withoutCode = (page: string): string =>
  page.replaceAll(/^```[^]*?^```$/gm, (code) => code.replaceAll(/^#/gm, ' #'));

describe.each(rules.map((rule) => ({ ...rule, page: withoutCode(rule.page) })))(
  'the page of $id',
  ({ id, page }) => {
    it('is headed by the rule’s id', () => {
      expect(page.split('\n', 1)[0]).toBe(`# ${id}`);
    });

    it('says why, what fails, what passes and how to fix it, in this order', () => {
      expect(page.split('\n').filter((line) => line.startsWith('## '))).toEqual(SECTIONS);
    });

    it('has something to say in every part', () => {
      const parts = page.split(/^#+ .*$/m).slice(1);
      expect(parts.filter((part) => part.trim().length < 20)).toEqual([]);
      expect(page).not.toContain(PLACEHOLDER);
    });
  },
);

it('gives every rule an address that leads to its row in the list of rules', () => {
  const list = readText('docs/reference/rules.md');
  const lost = rules.filter(({ id }) => {
    const [, path = '', anchor = ''] = /\/blob\/main\/([^#]+)#(.+)$/.exec(ruleUrl(id)) ?? [];
    return path !== 'docs/reference/rules.md' || !list.includes(`<a id="${anchor}"></a>`);
  });
  expect(lost.map(({ id }) => ruleUrl(id))).toEqual([]);
});
