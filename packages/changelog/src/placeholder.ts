/** Words that changelog tools and templates put where nobody has written anything yet. */
const PLACEHOLDERS =
  /^(?:nothing (?:has )?changed(?: yet)?|no changes(?: yet)?|nothing(?: here)?(?: yet)?|none(?: yet)?|tbd|tba|todo|fixme|wip|to be (?:written|determined|announced|done)|coming soon|short description.*|your change(?:s)? here|add (?:your )?(?:changes|entries|entry) here|describe .{0,40} here|lorem ipsum.*|n\/a|\.{3}|…|xxx|placeholder)$/i;

/** Where the changes to come are kept: said under "unreleased" by projects that write fragments. */
const POINTER = /^(?:see|the) .{0,120}(?:\bfragments?\b|\bchangelog\.d\b|\bnewsfragments\b)/i;

/** True for an entry that only tells where fragments are. Under a release, the same words may tell of a change. */
export const isPointer = (text: string): boolean => POINTER.test(plain(text));

/** True for an entry that says nothing: `- Nothing changed yet.`, `(nothing yet)`, `\[Short description…\]`. */
export function isPlaceholder(text: string): boolean {
  const words = plain(text);
  return PLACEHOLDERS.test(words) || PLACEHOLDERS.test(words.replace(/[.!…]{1,3}$/, ''));
}

/** Markup taken away; what is longer is no placeholder. */
const plain = (text: string): string =>
  text
    .slice(0, 300)
    .replaceAll(/[\\[\]()*_`<>]/g, '')
    .trim();
