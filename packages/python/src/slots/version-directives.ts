import { canonicalVersion } from '../pep440.ts';
import { isComing } from './judge.ts';
import type { Slot, SlotFinder, TextFile } from './types.ts';

/** `.. versionadded:: 1.2` in .rst, docstrings and the `#:` comments of autodoc, and the same as MyST's fenced directive. */
const DIRECTIVE =
  /^[ \t>*#-]*(?:(?<=#):[ \t]+)?(?:\.\.[ \t]+|[:`]{3,}\{)(versionadded|versionchanged|versionremoved|deprecated|deprecated-removed)(?:::|\})[ \t]*(?:([a-z][\w-]*)[ \t]+)?([^\s:,;/`"')]+)/gim;

const MARK = /version(?:added|changed|removed)|deprecated/;

/**
 * The versions of `versionadded` and its like (Sphinx, "Describing changes between versions"). They tell of the
 * past: any version up to the coming one is right, and `next` and the like until it is released. A version of the
 * far future may be planned, so that it is never a sure fault.
 */
export const versionDirectives: SlotFinder = {
  kind: 'version-directive',
  wants: ({ role }) => role !== 'other',
  *find(file, { name }): Iterable<Slot> {
    if (MARK.test(file.text)) yield* inFile(file, name);
  },
};

function* inFile(file: TextFile, name: string): Iterable<Slot> {
  const index = file.lines();
  for (const match of file.text.matchAll(DIRECTIVE)) {
    const [whole, directive = '', word, written = ''] = match;
    // `NumPy 1.20` is a version of this project, `Kombu 1.2` of another one.
    if (word !== undefined && ![name, 'version'].includes(word.toLowerCase())) continue;
    const text = written.replace(/\.+$/, '');
    // Prose, placeholders of examples, and `1.26.x` for a series are no versions and no faults.
    if (!isComing(text) && (!/^v?\d/i.test(text) || /\.[x*]$/i.test(text))) continue;
    const end = match.index + whole.length - (written.length - text.length);
    yield {
      kind: 'version-directive',
      place: index.range(end - text.length, end),
      written: text,
      version: canonicalVersion(text),
      spelling: { type: 'text', prefix: /^v(?=\d)/i.exec(text)?.[0] ?? '' },
      policy: 'past',
      sure: isComing(text),
      what: `\`${directive}\``,
    };
  }
}
