import type { TomlDocument } from '@pymaint/core';
import { left, lockMetadata, metadataEntry, valuesOf, type HashedLock } from './hashed.ts';
import { pythonJson, type Dumped } from './python-json.ts';

/**
 * Reads `content_hash` of pdm.lock and what it is to be the hash of, by the rules of `content_hash` in
 * pdm/project/project_file.py from 2.6 on. `[dependency-groups]` counts since 2.20, and all of `resolution` since 2.16.
 */
export function readPdmLock(path: string, text: string, pyproject: TomlDocument): HashedLock {
  const lock = lockMetadata(path, text);
  const form = metadataEntry(lock, 'lock_version')?.text ?? '';
  const hash = metadataEntry(lock, 'content_hash');
  const tool = valuesOf(pyproject.get('tool', 'pdm'));
  if (tool.has('workspace'))
    return left(path, `${path} locks a workspace of several projects`, false);
  if (!/^4\.\d/.test(form) || !hash?.text.startsWith(SHA256) || lock.get('metadata', 'lock_inputs'))
    return left(path, `${path} has another form than 4, or no content_hash by sha256`);
  const groups = valuesOf(pyproject.get('dependency-groups'));
  const own = valuesOf(tool.get('dev-dependencies'));
  const names = [...groups.keys(), ...own.keys()];
  // PDM converts older tables; and where it joins groups, its releases differ.
  if (pyproject.get('project') === undefined || new Set(names.map(groupName)).size < names.length)
    return left(path, `what ${path} was made for is read differently by releases of PDM`);
  const contents = [
    [...groups, ...own].map(([name, value]) => [groupName(name), value] as const),
    [...groups, ...own],
    [...own],
  ].flatMap((dev) =>
    resolutions(tool).map((last) => pythonJson(content(pyproject, tool, dev, last))),
  );
  const inputs = contents.filter((one) => one !== undefined);
  if (inputs.length < contents.length)
    return left(
      path,
      `what ${path} was made for holds a value that TOML readers spell differently`,
    );
  const written = { ...hash, text: hash.text.slice(SHA256.length) };
  return { kind: 'hashed', path, command: 'pdm lock', hash: written, inputs: [...new Set(inputs)] };
}

const SHA256 = 'sha256:';
type Pair = readonly [key: string, value: Dumped];
const EMPTY: Dumped = new Map();

function content(
  pyproject: TomlDocument,
  tool: ReadonlyMap<string, Dumped>,
  dev: readonly Pair[],
  last: Pair,
): Dumped {
  const project: ReadonlyMap<string, Dumped> = valuesOf(pyproject.get('project'));
  return new Map<string, Dumped>([
    ['sources', tool.get('source') ?? []],
    ['dependencies', project.get('dependencies') ?? []],
    ['dev-dependencies', new Map(dev)],
    ['optional-dependencies', project.get('optional-dependencies') ?? EMPTY],
    ['requires-python', project.get('requires-python') ?? ''],
    last,
  ]);
}

const resolutions = (tool: ReturnType<typeof valuesOf>): readonly Pair[] => {
  const resolution = tool.get('resolution');
  const overrides = valuesOf(resolution).get('overrides');
  return [
    ['resolution', resolution ?? EMPTY],
    ['overrides', overrides ?? EMPTY],
  ];
};

/** As PDM compares names of groups. */
const groupName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase();
