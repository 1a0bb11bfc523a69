/** What the runner reads from one of its files of names and values. */
export interface KeyValuesRead {
  readonly values: { readonly [name: string]: string };
  /** Why it stopped reading, which fails the step; what came before counts. */
  readonly error: string | undefined;
}

/** Reads `GITHUB_OUTPUT`, `GITHUB_STATE` or `GITHUB_ENV` (FileCommandManager.cs, `EnvFileKeyValuePairs`; not Windows). */
export function readKeyValues(text: string): KeyValuesRead {
  const values: Record<string, string> = {};
  const lines = splitLines(text);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        return { values, error: `Invalid format '${line}'. Name and delimiter must not be empty` };
      }
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) return { values, error: `Matching delimiter not found '${delimiter}'` };
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else {
      return { values, error: `Invalid format '${line}'` };
    }
  }
  return { values, error: undefined };
}

/** A line end at the end of the text begins no line. */
function splitLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
