import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { objects } from './objects.ts';

const SOURCE = {
  'pkg/__init__.py': 'from ._a import Thing\n',
  'pkg/_a.py': 'class Thing:\n    def use(self): pass\n',
};

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(objects, {
      ...SOURCE,
      'docs/index.rst':
        'Docs\n====\n\n:func:`pkg.Thing.use` :class:`~pkg.Thing` :mod:`pkg` :func:`!pkg.gone` :class:`int`\n',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(objects, {
    ...SOURCE,
    'docs/index.rst': 'Docs\n====\n\nSee :meth:`~pkg.Thing.used`.\n',
  });
  expect(first).toMatch(
    /^warning docs\/index\.rst:4:13 Unexpected object `pkg\.Thing\.used`, .*did you mean `pkg\.Thing\.use`\?/u,
  );
  expect(others).toEqual([]);
});
