import { compareVersions, parseVersion, type Version } from '../pep440.ts';
import { slotAt } from './make.ts';
import { namePattern } from './searching.ts';
import type { Slot, SlotFinder, SlotScope } from './types.ts';

/** One element of the form's body, from its `- type: dropdown` to the next element. */
const DROPDOWN = /^([ \t]*)-[ \t]+type:[ \t]*["']?dropdown["']?[ \t]*$/gm;
const OPTION = /^[ \t]*-[ \t]+["']?(v?\d+(?:\.\d+)+(?:(?:a|b|rc)\d+)?)(?:\.[x*])?(?=["' \t(]|$)/gim;
/** Versions of something else: of Python, of the system, of a dependency. */
const OTHERS = /python|system|\bos\b|platform|browser|node|docker|database|driver|kernel/i;

/**
 * The newest version that an issue form lets reporters choose: a dropdown whose label, id or description speaks of a version
 * and of nothing else that has versions. Never sure.
 */
export const issueForms: SlotFinder = {
  kind: 'issue-form',
  wants: ({ inside }) => /^\.github\/ISSUE_TEMPLATE\/(?!config\.)[^/]+\.ya?ml$/i.test(inside),
  *find(file, scope): Iterable<Slot> {
    const starts = [...file.text.matchAll(DROPDOWN)];
    for (const [position, { index, 0: whole, 1: indent = '' }] of starts.entries()) {
      const stop = starts[position + 1]?.index ?? file.text.length;
      const next = file.text.indexOf(`\n${indent}- `, index + whole.length);
      const end = next < 0 ? stop : Math.min(stop, next);
      const newest = newestOption(file.text.slice(index, end), scope);
      if (newest === undefined) continue;
      yield slotAt(
        file,
        index + newest.start,
        index + newest.start + newest.text.length,
        {
          kind: 'issue-form',
          policy: 'released',
          sure: false,
          what: 'the newest version that an issue form offers',
        },
        { type: 'list', parts: newest.version.release.length },
      );
    }
  },
};

function newestOption(
  block: string,
  { name }: SlotScope,
): { readonly text: string; readonly start: number; readonly version: Version } | undefined {
  const about = [...block.matchAll(/^[ \t]+(?:label|id|description):[ \t]*([^\n]*)/gm)]
    .map(([, text = '']) => text)
    .join(' ');
  const named = name !== '' && new RegExp(`\\b${namePattern(name)}\\b`, 'i').test(about);
  if (!/version|release/i.test(about) || (OTHERS.test(about) && !named)) return undefined;
  return [...block.matchAll(OPTION)]
    .flatMap((match) => {
      const [whole, text = ''] = match;
      const version = parseVersion(text);
      const start = match.index + whole.lastIndexOf(text);
      return version === undefined ? [] : [{ text, start, version }];
    })
    .toSorted((a, b) => compareVersions(b.version, a.version))[0];
}
