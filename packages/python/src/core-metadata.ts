/** One field of core metadata. */
export interface CoreField {
  /** As written; compare without case. */
  readonly name: string;
  /** Continuation lines joined by line ends, without what they are folded by. */
  readonly value: string;
  /** From 1, in the metadata file. */
  readonly line: number;
}

/** The metadata file of a distribution: `METADATA` of a wheel, `PKG-INFO` of an sdist. */
export interface CoreMetadata {
  readonly fields: readonly CoreField[];
  /** The long description: the message's body, else the field. */
  readonly description: string;
  /** Lines of the head that are neither field nor continuation. */
  readonly strange: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Reads core metadata as Python's `email` package does, which all installers and the index use: fields up to the first
 * empty line, lines that start with white space belong to the field before them, the rest is the description
 * (https://packaging.python.org/en/latest/specifications/core-metadata/). Setuptools folds by eight spaces, and a
 * description by seven and a bar.
 */
export function readCoreMetadata(text: string): CoreMetadata {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const fields: { name: string; value: string; line: number }[] = [];
  const strange: { line: number; text: string }[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') break;
    const last = fields.at(-1);
    const field = /^([!-9;-~]+):[ \t]*/.exec(line);
    if (/^[ \t]/.test(line) && last !== undefined)
      last.value += `\n${line.replace(/^(?: {8}| {7}\||[ \t]+)/, '')}`;
    else if (field === null) strange.push({ line: at + 1, text: line });
    else fields.push({ name: field[1] ?? '', value: line.slice(field[0].length), line: at + 1 });
  }
  const body = lines.slice(at + 1).join('\n');
  const written = fields.find(({ name }) => name.toLowerCase() === 'description')?.value ?? '';
  return { fields, description: body.trim() === '' ? written : body, strange };
}

/** All values of a field, in their order, trimmed. */
export const coreValues = ({ fields }: CoreMetadata, name: string): readonly string[] =>
  fields
    .filter((field) => field.name.toLowerCase() === name.toLowerCase())
    .map(({ value }) => value.trim());

/** The first value of a field, or undefined where it is absent. */
export const coreValue = (metadata: CoreMetadata, name: string): string | undefined =>
  coreValues(metadata, name)[0];
