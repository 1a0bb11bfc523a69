import { type MadePage, page } from './made-page.ts';

/** Faults that Sphinx passes over without a word. */
export const SILENT_FAULTS: readonly MadePage[] = [
  page('a directive with one colon', '.. note: Hello.', 'docs/single-colon 1:1'),
  page('a code block with one colon', '.. code-block: python\n\n   x = 1', 'docs/single-colon 1:1'),
  page('a space behind a role', 'See :ref: `other-label`.', 'docs/role-space 1:5'),
  page(
    'a link without its underscore',
    'See `x <https://x.invalid/>`.',
    'docs/missing-underscore 1:5',
  ),
  page('a Markdown link', 'See [x](https://x.invalid/) here.', 'docs/markdown-link 1:5'),
  page('a note with one colon above its block', '.. note:\n\n   Hello.', 'docs/single-colon 1:1'),
];
