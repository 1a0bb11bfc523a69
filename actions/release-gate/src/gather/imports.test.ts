import { expect, it } from 'vitest';
import { someBuild } from '../testing.ts';
import { entryPointsOf } from './imports.ts';

it('reads entry points with their groups, attributes and extras', () => {
  const text =
    '[console_scripts]\nrun = a.b:main.now\nfast = a:go [speed]\n\n[pytest11]\na = a.plugin\n';
  const { wheel } = someBuild({}, { texts: { 'entry_points.txt': text } });
  expect(entryPointsOf(wheel)).toEqual([
    { group: 'console_scripts', name: 'run', module: 'a.b', attributes: 'main.now', extras: false },
    { group: 'console_scripts', name: 'fast', module: 'a', attributes: 'go', extras: true },
    { group: 'pytest11', name: 'a', module: 'a.plugin', attributes: '', extras: false },
  ]);
});

it('finds none where there are none', () => {
  expect(entryPointsOf(someBuild().wheel)).toEqual([]);
});
