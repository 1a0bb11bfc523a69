import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { matching, readText, ROOT } from '../../scripts/shared/repo.ts';

/** Targets of inline links within this repository, without what stands behind `#`; code is left out. */
const targets = (text: string): readonly string[] =>
  [...text.replaceAll(/^```[^]*?^```|`[^`\n]*`/gm, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => target.split('#', 1)[0] ?? '');

it.each([
  ['[a](b.md#c) and [d](../e)', ['b.md', '../e']],
  ['[a](https://example.org) [b](#c)', []],
  ['```md\n[a](gone.md)\n```\n`[a](gone.md)`', []],
])('sees the links in %j', (text, expected) => {
  expect(targets(text)).toEqual(expected);
});

it('links to nothing that is not there', () => {
  const pages = [...matching('*.md'), ...matching('{docs,actions,packages,.github}/**/*.md')];
  const dead = pages.flatMap((page) =>
    targets(readText(page))
      .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(pages.length).toBeGreaterThan(10);
  expect(dead).toEqual([]);
});
