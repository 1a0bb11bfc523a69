import { formatPlace, type Fact, type Level, type Problem } from '@pymaint/core';
import { slotEdit, spellVersion, type Version } from '@pymaint/python';
import type { JudgedSlot, Target } from '../facts.ts';

/** True where a slot holds another version than it should. */
export const differs = ({ verdict }: JudgedSlot): boolean =>
  verdict === 'behind' || verdict === 'ahead';

/** What is wrong with a slot that should hold `version`, and the edit of exactly its characters. */
export function slotProblem(
  { slot }: JudgedSlot,
  version: Version,
  why: string,
  options: { readonly level?: Level; readonly safe?: boolean } = {},
): Problem {
  const wanted = spellVersion(version, slot.spelling, slot.written);
  const edit = slotEdit(slot, version);
  const shown = wanted ?? version.canonical;
  return {
    ...(options.level && { level: options.level }),
    message: `Unexpected \`${slot.written}\` in ${slot.what}, expected \`${shown}\`${why}`,
    place: slot.place,
    remedy: `write \`${shown}\``,
    ...(edit && {
      fix: {
        title: `Write ${shown}`,
        edits: [edit],
        ...(options.safe === false && { safe: false }),
      },
    }),
    data: { kind: slot.kind, policy: slot.policy, found: slot.written, expected: shown },
  };
}

/** Where the expected version comes from, to end a message. */
export function originWords(target: Fact<Target>): string {
  if (!target.known) return '';
  const { from } = target.value;
  if (from === 'option') return ' as asked for';
  if (from === 'tags') return ' as tagged last';
  return ` as declared at ${formatPlace(target.place)}`;
}
