/** Words that changelog tools and templates put where nobody has written anything yet. */
const PLACEHOLDERS =
  /^(?:nothing (?:has )?changed(?: yet)?|no changes(?: yet)?|nothing(?: here)?(?: yet)?|none(?: yet)?|tbd|tba|todo|fixme|wip|to be (?:written|determined|announced|done)|coming soon|short description.*|your change(?:s)? here|add (?:your )?(?:changes|entries|entry) here|describe .{0,40} here|lorem ipsum.*|n\/a|\.{3}|…|xxx|placeholder|see .{1,80} fragments?)$/i;

/** True for an entry that says nothing: `- Nothing changed yet.`, `(nothing yet)`, `\[Short description…\]`. */
export function isPlaceholder(text: string): boolean {
  const words = text
    .slice(0, 200)
    .replaceAll(/[\\[\]()*_`<>]/g, '')
    .trim()
    .replace(/[.!…]{1,3}$/, (end) => (text.trim() === end ? end : ''));
  return PLACEHOLDERS.test(words.trim());
}
