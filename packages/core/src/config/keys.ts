import { UserError } from '../errors.ts';
import type { TomlEntry } from '../toml-node.ts';
import { nearest } from '../words.ts';

/** The error for a key that means nothing here, with the keys that do and the one that was likely meant. */
export function unexpectedKey(
  entry: TomlEntry,
  table: string,
  expected: readonly string[],
): UserError {
  const near = nearest(entry.key, expected);
  return new UserError(
    `Unexpected key \`${entry.key}\` in ${table}, expected one of ${expected.join(', ')}` +
      (near === undefined ? '' : `; did you mean \`${near}\`?`),
    entry.keyRange,
  );
}
