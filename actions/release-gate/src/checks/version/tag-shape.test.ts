import { expect, it } from 'vitest';
import { findingsOf, someProject, someTag } from '../../testing.ts';
import { tagShape } from './tag-shape.ts';

const facts = (sure: boolean) => ({
  project: someProject(),
  tag: someTag('1.4.0', { version: undefined, looseVersion: '1.4.0', sure }),
});

it('passes a tag like the others', () => {
  expect(findingsOf(tagShape, { project: someProject(), tag: someTag('v1.4.0') })).toEqual([]);
});

it.each([
  [true, 'warning'],
  [false, 'notice'],
])('reports another shape, and where the shape is known for sure (%s) as a %s', (sure, level) => {
  expect(findingsOf(tagShape, facts(sure))).toEqual([
    `${level} pyproject.toml:1:1 Unexpected tag \`1.4.0\`, expected \`v1.4.0\` in the shape \`v{version}\` of the earlier tags`,
  ]);
});
