import { parseVersion } from '../pep440.ts';
import { documentPolicy, slotAt } from './make.ts';
import { escaped, VERSION } from './searching.ts';
import type { Slot, SlotFinder, TextFile } from './types.ts';

/** Kinds of files that hold annotations: texts that people write, and that have comments. */
const TEXTS =
  /(\.(md|rst|txt|pyi?|toml|cfg|ini|ya?ml|sh|js|ts|rs|html|properties|gradle|tf|lua)|(^|\/)(Dockerfile|VERSION|Makefile)[^/]*)$/;
const LARGEST = 200_000;

/**
 * Lines and blocks that release-please rewrites at a release: `x-release-please-version` on the line, or all between
 * `x-release-please-start-version` and `x-release-please-end` (release-please, "Updating arbitrary files").
 */
export const releasePleaseSlots: SlotFinder = {
  kind: 'release-please',
  wants: ({ path }, { releasePlease }) => releasePlease && TEXTS.test(path),
  *find(file): Iterable<Slot> {
    if (file.text.length > LARGEST || !file.text.includes('x-release-please-')) return;
    let block = false;
    let at = 0;
    for (const line of file.text.split('\n')) {
      const marker = /x-release-please-(start-)?(version|end)\b/.exec(line);
      if (marker?.[1] !== undefined) block = true;
      else if (marker?.[2] === 'end') block = false;
      else if (block || marker !== null) yield* inLine(file, at, line);
      at += line.length + 1;
    }
  },
};

function* inLine(file: TextFile, at: number, line: string): Iterable<Slot> {
  for (const match of line.matchAll(new RegExp(`(?<![\\w.])${VERSION}(?![\\w.]*\\w)`, 'gi'))) {
    if (parseVersion(match[0]) === undefined) continue;
    yield slotAt(file, at + match.index, at + match.index + match[0].length, {
      kind: 'release-please',
      policy: file.role === 'document' ? documentPolicy(file.path) : 'current',
      sure: true,
      what: 'a line that release-please keeps up to date',
    });
  }
}

/** The version that release-please believes it released last, in its manifest. Projects leave the tool and keep the file. */
export const releasePleaseManifest: SlotFinder = {
  kind: 'release-please-manifest',
  wants: ({ path }) => path === '.release-please-manifest.json',
  *find(file, { project: { folder } }): Iterable<Slot> {
    const key = folder === '' ? '.' : folder;
    const pattern = new RegExp(`"${escaped(key)}"\\s*:\\s*"([^"\\\\]+)"`, 'd');
    const match = pattern.exec(file.text);
    const span = match?.indices?.[1];
    if (span === undefined) return;
    yield slotAt(file, ...span, {
      kind: 'release-please-manifest',
      policy: 'released',
      sure: false,
      what: 'the manifest of release-please',
    });
  },
};
