import { UserError } from '../errors.ts';
import { formatPlace } from '../place.ts';
import { tomlDocument, type TomlDocument } from '../toml.ts';
import { tomlKind, type TomlTable } from '../toml-node.ts';

/** A configuration file: its path as messages name it, and its text. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/** The files that may hold the configuration; undefined for one that does not exist. */
export interface ConfigFiles {
  readonly pyproject?: ConfigFile | undefined;
  readonly pymaint?: ConfigFile | undefined;
}

/** The table that holds the configuration, and the words for it and the tables in it. */
export interface ConfigTable {
  readonly path: string;
  readonly table: TomlTable;
  /** `[tool.pymaint]` or `pymaint.toml`. */
  readonly name: string;
  /** `[tool.pymaint.release-gate]` or `[release-gate]`. */
  readonly nameOf: (key: string) => string;
}

/**
 * Finds the one table that configures pymaint: `[tool.pymaint]` of pyproject.toml, or all of pymaint.toml.
 * A pyproject.toml that does not mention pymaint is not even parsed here: if it is broken, that is for the
 * checks to say.
 * @throws UserError where both files configure pymaint, or the one that does is no TOML
 */
export function findTable({ pyproject, pymaint }: ConfigFiles): ConfigTable | undefined {
  const inPyproject = pyproject?.text.includes('pymaint') ? toolTable(pyproject) : undefined;
  const own = pymaint === undefined ? undefined : ownTable(pymaint);
  if (own !== undefined && inPyproject !== undefined)
    throw new UserError(
      `Unexpected second configuration, expected it in one file: ${formatPlace(inPyproject.table.range)} has [tool.pymaint] too`,
      own.table.range,
    );
  return own ?? inPyproject;
}

function toolTable(file: ConfigFile): ConfigTable | undefined {
  const node = parsed(file).get('tool', 'pymaint');
  if (node === undefined) return undefined;
  if (node.type !== 'table')
    throw new UserError(
      `Unexpected ${tomlKind(node).replace(/^an? /, '')} for \`pymaint\` in [tool], expected a table`,
      node.range,
    );
  return {
    path: file.path,
    table: node,
    name: '[tool.pymaint]',
    nameOf: (key) => `[tool.pymaint.${key}]`,
  };
}

const ownTable = (file: ConfigFile): ConfigTable => ({
  path: file.path,
  table: parsed(file).root,
  name: file.path,
  nameOf: (key) => `[${key}]`,
});

function parsed({ path, text }: ConfigFile): TomlDocument {
  const document = tomlDocument(path, text);
  const [problem] = document.problems;
  if (problem !== undefined) throw new UserError(problem.message, problem.place);
  return document;
}
