import { expect, it } from 'vitest';
import { findingsOf, someProject } from '../../testing.ts';
import { everyPythonServed } from './every-python-served.ts';

const found = (...requirements: readonly string[]) =>
  findingsOf(everyPythonServed, {
    project: someProject({
      'pyproject.toml': `[project]\nname = "a"\nversion = "1"\nrequires-python = ">=3.9"\ndependencies = [${requirements.map((one) => `\n  '${one}'`).join(',')}]\n`,
    }),
  });

it.each([
  [['numpy<2; python_version<"3.12"', 'numpy>=2; python_version>="3.12"']],
  [['numpy>=1.26,<2; python_version<"3.12"', 'numpy>=1; python_version>="3.9"']],
  [['x; python_version<"3.11" and sys_platform=="win32"', 'x; python_version>"3.11"']],
  [['x; python_version<"3.11"', 'y; python_version>"3.11"']],
  [['x; python_version<"3.8"', 'x; python_version>="3.11"']],
  [['x>=3; python_version<"3.11" and extra=="a"', 'x<2; python_version<"3.12"']],
])('takes %j', (requirements) => {
  expect(found(...requirements)).toEqual([]);
});

it('warns of a Python in between that has none', () => {
  expect(found('numpy<2; python_version<"3.11"', 'numpy>=2; python_version>"3.11"')).toEqual([
    'warning pyproject.toml:6:4 Unexpected gap between the requirements on `numpy` in dependencies, expected one for Python 3.11',
  ]);
});

it('reports ranges that exclude each other on one Python', () => {
  expect(found('numpy<2; python_version<="3.12"', 'numpy>=2; python_version>="3.12"')).toEqual([
    'error pyproject.toml:7:4 Unexpected requirements `numpy<2; python_version<="3.12"` and `numpy>=2; python_version>="3.12"` for Python 3.12, expected ones that some version satisfies together',
  ]);
});
