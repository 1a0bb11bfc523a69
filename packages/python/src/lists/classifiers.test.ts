import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pythonWith } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { formatted } from '../../../../scripts/shared/format.ts';
import { LIST_SOURCES, listFiles } from '../../../../scripts/shared/lists.ts';
import { classifierFault } from './classifiers.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

it.each([
  'Programming Language :: Python :: 3.14',
  'License :: OSI Approved',
  'Framework :: Django :: 5.2',
  'Private :: Do Not Upload',
])('knows %s', (classifier) => {
  expect(classifierFault(classifier)).toBeUndefined();
});

it.each([
  ['Programing Language :: Python :: 3', 'Programming Language :: Python :: 3'],
  ['programming language :: python', 'Programming Language :: Python'],
  ['Topic :: Software Development::Libraries', 'Topic :: Software Development :: Libraries'],
  ['Development Status :: 5 - Stable', undefined],
  ['Framework :: Wondrous', undefined],
])('refuses %s, and says what may have been meant', (classifier, near) => {
  expect(classifierFault(classifier)).toEqual({ kind: 'unknown', near, newer: false });
});

it('takes a number that follows others for newer than the list', () => {
  expect(classifierFault('Framework :: Django :: 17.0')).toEqual({
    kind: 'unknown',
    near: undefined,
    newer: true,
  });
});

it('names what takes the place of a deprecated one', () => {
  expect(classifierFault('Natural Language :: Ukranian')).toEqual({
    kind: 'deprecated',
    by: ['Natural Language :: Ukrainian'],
  });
});

it('has the very list of the index, each classifier of it and nothing else', async () => {
  const python = await pythonWith(...LIST_SOURCES);
  const answer = execFileSync(python, ['-I', 'scripts/shared/read-lists.py'], {
    cwd: root,
    encoding: 'utf8',
  });
  const { classifiers } = JSON.parse(answer) as { readonly classifiers: readonly string[] };
  expect(classifiers.length).toBeGreaterThan(800);
  expect(classifiers.filter((one) => classifierFault(one) !== undefined)).toEqual([]);
  for (const { path, text } of await formatted(listFiles(answer)))
    expect(readFileSync(`${root}${path}`, 'utf8')).toBe(text);
}, 120_000);
