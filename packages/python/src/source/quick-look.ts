/**
 * Whether a module's text surely defines a dotted name of one or two parts, by the starts of its lines alone: a
 * definition at the first column, or in the lines below a class that stands there. It spares reading the module's
 * syntax where the answer is yes, as it mostly is. A name in a long string may be taken for a definition.
 */
export function surelyDefines(text: string, rest: readonly string[]): boolean {
  const [name, member] = rest;
  if (name === undefined || rest.length > 2) return false;
  if (member === undefined)
    return (
      startsLine(text, `def ${name}(`) ||
      classAt(text, name) >= 0 ||
      startsLine(text, `${name} =`) ||
      startsLine(text, `${name}: `) ||
      startsLine(text, `async def ${name}(`)
    );
  const from = classAt(text, name);
  if (from < 0) return false;
  const end = endOfBlock(text, from);
  return [
    ` def ${member}(`,
    `\n    ${member} =`,
    `\n    ${member}: `,
    `\n    class ${member}(`,
    `\n    class ${member}:`,
  ].some((start) => {
    const at = text.indexOf(start, from);
    return at >= 0 && at < end;
  });
}

const startsLine = (text: string, start: string): boolean =>
  text.startsWith(start) || text.includes(`\n${start}`);

/** Where the class of this name stands at the first column, or -1. */
function classAt(text: string, name: string): number {
  for (const end of ['(', ':']) {
    const start = `class ${name}${end}`;
    const at = text.startsWith(start) ? 0 : text.indexOf(`\n${start}`);
    if (at >= 0) return at + (text.charCodeAt(at) === 10 ? 1 : 0);
  }
  return -1;
}

/** The next line that begins at the first column; closing brackets, comments and blank lines go on. */
function endOfBlock(text: string, from: number): number {
  let at = text.indexOf('\n', from);
  while (at >= 0) {
    const next = text.charAt(at + 1);
    if (next !== '' && !' \t\r\n#)]}'.includes(next)) return at;
    at = text.indexOf('\n', at + 1);
  }
  return text.length;
}
