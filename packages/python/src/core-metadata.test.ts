import { expect, it } from 'vitest';
import { coreValue, coreValues, readCoreMetadata } from './core-metadata.ts';

const text = `Metadata-Version: 2.4
Name: attrsx
Version: 1.2.3
license: Copyright A
        
        All rights reserved
Classifier: A
Classifier: B
Description-Content-Type: text/markdown; charset=UTF-8;
 variant=GFM

# attrsx

Name: not a field
`;

it('reads fields up to the first empty line, and the body as description', () => {
  const metadata = readCoreMetadata(text);
  expect(coreValue(metadata, 'name')).toBe('attrsx');
  expect(coreValues(metadata, 'Classifier')).toEqual(['A', 'B']);
  expect(coreValue(metadata, 'License')).toBe('Copyright A\n\nAll rights reserved');
  expect(coreValue(metadata, 'Description-Content-Type')).toBe(
    'text/markdown; charset=UTF-8;\nvariant=GFM',
  );
  expect(coreValue(metadata, 'Summary')).toBeUndefined();
  expect(metadata.description).toBe('# attrsx\n\nName: not a field\n');
  expect(metadata.fields.at(-1)).toMatchObject({ line: 9 });
  expect(metadata.strange).toEqual([]);
});

it('takes the description from its field, as old tools wrote it, and the same with Windows line ends', () => {
  const folded = 'Name: a\nDescription: First\n        second\n       |third\n';
  for (const given of [folded, folded.replaceAll('\n', '\r\n')])
    expect(readCoreMetadata(given).description).toBe('First\nsecond\nthird');
});

it('tells what is no field', () => {
  expect(readCoreMetadata(' folded\nno field\nName: a\n').strange).toEqual([
    { line: 1, text: ' folded' },
    { line: 2, text: 'no field' },
  ]);
});
