import { fileStart, known, notKnown } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { sourceTree } from '../source-tree.ts';
import { displayName } from './display-name.ts';
import { readProject } from './read.ts';
import type { Project } from './types.ts';

const read = (files: { readonly [path: string]: string }): Project => {
  const project = readProject(sourceTree(files));
  if (project === undefined) throw new Error('no project');
  return project;
};

describe('displayName', () => {
  it.each([
    ['its declared name', { 'pyproject.toml': '[project]\nname = "Some.Thing"\n' }, 'Some.Thing'],
    ['words where the name is computed', { 'setup.py': 'setup(name=f())\n' }, 'this project'],
  ])('is %s', (_, files, name) => {
    expect(displayName(known(read(files), fileStart('x')))).toBe(name);
  });

  it('is words where the project was not asked for, or could not be read', () => {
    expect(displayName(undefined)).toBe('this project');
    expect(displayName(notKnown('no project'))).toBe('this project');
  });
});
