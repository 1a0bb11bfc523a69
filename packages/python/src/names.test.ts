import { describe, expect, it } from 'vitest';
import { fileName, isProjectName, normalizedName, sameName } from './names.ts';

describe('project names', () => {
  it.each([
    ['Sphinx_RTD.theme', 'sphinx-rtd-theme', 'sphinx_rtd_theme'],
    ['zope.interface', 'zope-interface', 'zope_interface'],
    ['a-_.b', 'a-b', 'a_b'],
  ])('%s normalises to %s, in file names to %s', (name, normal, file) => {
    expect(normalizedName(name)).toBe(normal);
    expect(fileName(name)).toBe(file);
    expect(sameName(name, file)).toBe(true);
  });

  it.each([
    ['a', true],
    ['A1', true],
    ['a.b-c_d', true],
    ['', false],
    ['-a', false],
    ['a.', false],
    ['a b', false],
    ['é', false],
  ])('%j is a name: %s', (name, valid) => expect(isProjectName(name)).toBe(valid));
});
