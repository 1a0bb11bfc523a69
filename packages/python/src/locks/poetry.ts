import type { TomlDocument } from '@pymaint/core';
import { parseVersion } from '../pep440.ts';
import { left, lockMetadata, metadataEntry, valuesOf, type HashedLock } from './hashed.ts';
import { pythonJson, type Dumped } from './python-json.ts';

/** Forms of the file whose hash is known how to take: of Poetry 1.3 to 1.8, and of Poetry 2. */
const FORMS = new Set(['2.0', '2.1']);
const PROJECT_KEYS = ['requires-python', 'dependencies', 'optional-dependencies'];
/** Written as null where they are not there, as long as nothing else is. */
const LEGACY_KEYS = ['dependencies', 'source', 'extras', 'dev-dependencies'];

/**
 * Reads `content-hash` of poetry.lock and what it is to be the hash of, by the rules of poetry/packages/locker.py
 * (`_get_content_hash` and `is_fresh`) from 1.3 on: Poetry 2 looks at `[project]` too, Poetry 2.3 at `[dependency-groups]`.
 */
export function readPoetryLock(path: string, text: string, pyproject: TomlDocument): HashedLock {
  const lock = lockMetadata(path, text);
  const form = metadataEntry(lock, 'lock-version')?.text;
  const hash = metadataEntry(lock, 'content-hash');
  if (form === undefined || !FORMS.has(form) || hash === undefined)
    return left(path, `${path} has another form than ${[...FORMS].join(' or ')}`);
  const project = pick(valuesOf(pyproject.get('project')), PROJECT_KEYS);
  const groups = valuesOf(pyproject.get('dependency-groups'));
  const poetry = valuesOf(pyproject.get('tool', 'poetry'));
  const none = new Map<string, Dumped>();
  const contents = [
    content(project, groups, poetry),
    ...(looksAtGroups(text) ? [] : [content(project, none, poetry)]),
    // Poetry 1 knows its own table alone.
    ...(form === '2.0' ? [content(none, none, poetry)] : []),
  ].map(pythonJson);
  const inputs = contents.filter((one) => one !== undefined);
  if (inputs.length < contents.length)
    return left(
      path,
      `what ${path} was made for holds a value that TOML readers spell differently`,
    );
  return { kind: 'hashed', path, command: 'poetry lock', hash, inputs: [...new Set(inputs)] };
}

type Values = ReadonlyMap<string, Dumped>;

function content(project: Values, groups: Values, poetry: Values): Values {
  const bare = project.size === 0 && groups.size === 0;
  const own = pick(poetry, [...LEGACY_KEYS, 'group'], bare);
  if (bare) return own;
  return new Map<string, Dumped>([
    ...(project.size > 0 ? [['project', project] as const] : []),
    ...(groups.size > 0 ? [['dependency-groups', groups] as const] : []),
    ['tool', new Map([['poetry', own]])],
  ]);
}

const pick = (values: Values, keys: readonly string[], nulls = false): Values =>
  new Map(
    keys.flatMap((key): [string, Dumped][] => {
      const value = values.get(key);
      if (value !== undefined) return [[key, value]];
      return nulls && LEGACY_KEYS.includes(key) ? [[key, null]] : [];
    }),
  );

/** True where the file’s first line names a Poetry that takes dependency groups into the hash. */
function looksAtGroups(text: string): boolean {
  const [, written = ''] = /^#[^\n]*\bPoetry ([^\s]+)/.exec(text) ?? [];
  const [major = 0, minor = 0] = parseVersion(written)?.release ?? [];
  return major > 2 || (major === 2 && minor >= 3);
}
