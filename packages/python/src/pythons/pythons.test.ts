import { expect, it } from 'vitest';
import { parseMarker } from '../markers.ts';
import { allowedMinors } from './allows.ts';
import { markerHolds } from './marker.ts';

it.each([
  ['>=3.8.1,<3.11', ['3.8', '3.9', '3.10']],
  ['>=3.9,!=3.9.0,<3.10', ['3.9']],
  ['~=3.29', ['3.29', '3.30']],
  ['==2.7.*', ['2.7']],
  ['!=3.*,<4', ['2.6', '2.7']],
])('finds the minor versions of %s', (requires, minors) => {
  expect(allowedMinors(requires)).toEqual(minors);
});

it('knows none of what cannot be read', () => {
  expect(allowedMinors('3.9+')).toBeUndefined();
});

it.each<[string, string, boolean | undefined]>([
  ['python_version < "3.8"', '3.8', false],
  ['python_version < "3.8"', '3.7', true],
  ['python_version < "3.10"', '3.9', true],
  ['"3.8" <= python_version', '3.8', true],
  ['"3.8" <= python_version', '3.7', false],
  ['python_version == "3.*"', '3.7', true],
  ['python_version ~= "3.7"', '3.9', true],
  ['python_version in "2.7, 3.7"', '3.7', true],
  ['python_version not in "2.7, 3.7"', '3.7', false],
  ['python_full_version < "3.8.2"', '3.8', undefined],
  ['python_full_version < "3.8.2"', '3.7', true],
  ['python_full_version >= "3.8"', '3.8', true],
  ['sys_platform == "win32"', '3.8', undefined],
  ['sys_platform == "win32" and python_version < "3.8"', '3.9', false],
  ['sys_platform == "win32" or python_version < "3.8"', '3.7', true],
  ['sys_platform == "win32" or python_version < "3.8"', '3.9', undefined],
  ['(python_version < "3.8" or python_version > "3.9") and extra == "x"', '3.9', false],
  ['python_version >= "three"', '3.9', undefined],
  ['"3" in python_version', '3.9', undefined],
])('takes `%s` on %s for %s', (text, minor, holds) => {
  const parsed = parseMarker(text);
  expect(parsed.ok && markerHolds(parsed.marker, minor)).toBe(holds);
});
