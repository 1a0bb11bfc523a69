import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { pythonWith } from './python-env.ts';

const run = promisify(execFile);

it('gives parallel callers a Python that has the distribution', async () => {
  const pythons = await Promise.all([pythonWith('six==1.17.0'), pythonWith('six==1.17.0')]);
  expect(new Set(pythons).size).toBe(1);
  const { stdout } = await run(pythons[0], ['-c', 'import six; print(six.__version__)']);
  expect(stdout.trim()).toBe('1.17.0');
});
