import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { isPlaceholder } from '@pymaint/changelog';

/** Nobody has left a template's words in the entry. */
export const noPlaceholder = check({
  id: 'changelog/no-placeholder',
  summary: 'The changelog’s entry holds no placeholder',
  reads: ['entry'],
  judge: ({ entry }) =>
    failIf(
      entry.value.entries
        .filter(({ text }) => isPlaceholder(text))
        .map(({ text, range }) => ({
          message: `Unexpected placeholder \`${text.trim()}\`, expected what has changed`,
          place: range,
          remedy: 'write what has changed, or delete the line',
        })),
    ),
});
