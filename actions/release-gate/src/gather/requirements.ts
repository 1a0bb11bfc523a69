import type { Json } from '@pymaint/core';
import { toxRequirements } from './tox-requirements.ts';
import { settingOf, tableOf, textsOf, type Sources } from './sources.ts';

/** What has to be installed beside the wheel for one purpose, and what says so. */
export interface Requirements {
  /** Extras of the wheel itself, as they are called there. */
  readonly extras: readonly string[];
  readonly requirements: readonly string[];
  /** Requirements files, relative to the project's folder. */
  readonly files: readonly string[];
  /** What they were found by, in words; empty where nothing was found. */
  readonly from: readonly string[];
}

/** Names that a purpose goes by, most telling first: those of the second row count only where the first found nothing. */
export interface Purpose {
  readonly names: readonly (readonly string[])[];
  /** Environments of tox, `''` for the one that the others are made from; asked behind the first row of names. */
  readonly tox: readonly string[];
  readonly files: readonly string[];
  /** Distributions that serve it alone: an extra or group that names one is meant, whatever it is called. */
  readonly tools: readonly string[];
}

const fileNames = (name: string): readonly string[] => [
  `requirements-${name}.txt`,
  `requirements_${name}.txt`,
  `${name}-requirements.txt`,
  `${name}_requirements.txt`,
  `requirements/${name}.txt`,
];

/** What tests need. */
export const FOR_TESTS: Purpose = {
  names: [
    ['test', 'tests', 'testing'],
    ['dev', 'develop', 'development'],
  ],
  tox: [''],
  files: [
    ...['test', 'tests', 'testing'].flatMap(fileNames),
    'tests/requirements.txt',
    'test/requirements.txt',
    ...['dev', 'develop', 'development'].flatMap(fileNames),
  ],
  tools: ['pytest'],
};

/** What the documentation's build needs. */
export const FOR_DOCS: Purpose = {
  names: [
    ['docs', 'doc', 'documentation'],
    ['dev', 'develop', 'development'],
  ],
  tox: ['docs', 'doc', 'sphinx', 'mkdocs'],
  files: [
    'docs/requirements.txt',
    'doc/requirements.txt',
    ...['docs', 'doc', 'documentation'].flatMap(fileNames),
  ],
  tools: ['sphinx', 'mkdocs'],
};

/**
 * Finds what a purpose needs: extras and dependency groups (PEP 735) that bear its name, else what tox installs for it,
 * else what developers install, else requirements files, else the first extra or group that names the purpose’s tool.
 */
export async function findRequirements(
  sources: Sources,
  extras: readonly string[],
  purpose: Purpose,
  /** What each extra of the wheel brings, where one was built; else pyproject.toml says it. */
  brings: ReadonlyMap<string, readonly string[]> = declaredExtras(sources),
): Promise<Requirements> {
  const [own = [], ...others] = purpose.names;
  const meant = named(sources, extras, own);
  if (meant.from.length > 0) return meant;
  const tox = await toxRequirements(sources, purpose.tox, extras);
  if (tox !== undefined) return tox;
  const general = others.map((names) => named(sources, extras, names));
  const found = general.find(({ from }) => from.length > 0);
  if (found !== undefined) return found;
  const file = purpose.files.find((path) => sources.files.includes(path));
  if (file !== undefined) return { extras: [], requirements: [], files: [file], from: [file] };
  return withTool(sources, extras, purpose.tools, brings);
}

/** Many have one extra `all` or group `ci` for everything that developers use. */
function withTool(
  sources: Sources,
  extras: readonly string[],
  tools: readonly string[],
  brings: ReadonlyMap<string, readonly string[]>,
): Requirements {
  const has = (texts: readonly string[]): boolean =>
    texts.some((text) => tools.includes(/^[\w.-]+/.exec(text)?.[0].toLowerCase() ?? ''));
  const key = [...brings].find(([, texts]) => has(texts))?.[0];
  const extra = extras.find((one) => key !== undefined && normal(one) === normal(key));
  const group = [...groupsOf(sources)].find(([, texts]) => has(texts))?.[0];
  if (extra !== undefined) return named(sources, [extra], [extra.toLowerCase()]);
  return named(sources, [], group === undefined ? [] : [group]);
}

const declaredExtras = (sources: Sources): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(tableOf(settingOf(sources, 'project', 'optional-dependencies'))).map(
      ([name, value]) => [name, textsOf(value)],
    ),
  );

/** Each dependency group (PEP 735) with what it and those that it includes name. */
export function groupsOf(sources: Sources): ReadonlyMap<string, readonly string[]> {
  const groups = tableOf(settingOf(sources, 'dependency-groups'));
  return new Map(
    Object.keys(groups).map((name) => [name, expandGroup(groups, name, new Set())] as const),
  );
}

/** As names of extras and groups are compared (PEP 503). */
const normal = (text: string): string => text.toLowerCase().replaceAll(/[-_.]+/g, '-');

function named(
  sources: Sources,
  extras: readonly string[],
  names: readonly string[],
): Requirements {
  const chosen = extras.filter((extra) => names.includes(extra.toLowerCase()));
  const groups = names.flatMap((name) => {
    const requirements = groupRequirements(sources, name);
    return requirements.length === 0 ? [] : [{ name, requirements }];
  });
  return {
    extras: chosen,
    requirements: groups.flatMap(({ requirements }) => requirements),
    files: [],
    from: [
      ...chosen.map((extra) => `extra \`${extra}\``),
      ...groups.map(({ name }) => `dependency group \`${name}\``),
    ],
  };
}

/** A group's requirements by PEP 735, or by what the tools of a project called so before it. */
function groupRequirements(sources: Sources, name: string): readonly string[] {
  const standard = expandGroup(tableOf(settingOf(sources, 'dependency-groups')), name, new Set());
  if (standard.length > 0) return standard;
  const pdm = textsOf(settingOf(sources, 'tool', 'pdm', 'dev-dependencies', name));
  if (pdm.length > 0) return pdm.filter((text) => !text.startsWith('-e'));
  const uv = name === 'dev' ? textsOf(settingOf(sources, 'tool', 'uv', 'dev-dependencies')) : [];
  if (uv.length > 0) return uv;
  const hatch = hatchRequirements(sources, name);
  return hatch.length > 0 ? hatch : poetryRequirements(sources, name);
}

/** A group with those that it includes; a group that includes itself adds nothing again. */
function expandGroup(
  groups: { readonly [name: string]: Json },
  name: string,
  seen: Set<string>,
): readonly string[] {
  const key = Object.keys(groups).find((candidate) => normal(candidate) === normal(name));
  const group = key === undefined ? undefined : groups[key];
  if (!Array.isArray(group) || seen.has(normal(name))) return [];
  seen.add(normal(name));
  return group.flatMap((item: Json) => {
    if (typeof item === 'string') return [item];
    const included = tableOf(item)['include-group'];
    return typeof included === 'string' ? expandGroup(groups, included, seen) : [];
  });
}

/** `[tool.hatch.envs.NAME]`; `hatch-test` is the environment of `hatch test`. */
function hatchRequirements(sources: Sources, name: string): readonly string[] {
  const envs = tableOf(settingOf(sources, 'tool', 'hatch', 'envs'));
  const called = name === 'test' ? ['hatch-test', 'test'] : name === 'dev' ? ['default'] : [name];
  return called.flatMap((env) => [
    ...textsOf(tableOf(envs[env])['dependencies']),
    ...textsOf(tableOf(envs[env])['extra-dependencies']),
  ]);
}

/** Poetry's own groups: names alone, since its ranges are no PEP 440 specifiers; the newest that fit are taken. */
function poetryRequirements(sources: Sources, name: string): readonly string[] {
  const groups = tableOf(settingOf(sources, 'tool', 'poetry', 'group'));
  const tables = [
    tableOf(tableOf(groups[name])['dependencies']),
    name === 'dev' ? tableOf(settingOf(sources, 'tool', 'poetry', 'dev-dependencies')) : {},
  ];
  return tables.flatMap((table) =>
    Object.entries(table)
      .filter(([dependency]) => dependency !== 'python')
      .map(([dependency, value]) => poetryRequirement(dependency, value)),
  );
}

/** `^7.4` and `~7.4` as the PEP 440 ranges that they mean (python-poetry.org, "Dependency specification"). */
function poetryRequirement(name: string, value: Json): string {
  const table = tableOf(value);
  const extras = textsOf(table['extras']);
  const written = typeof value === 'string' ? value : table['version'];
  const text = typeof written === 'string' ? written.trim() : '*';
  const match = /^([\^~])(\d+(?:\.\d+)*)$/.exec(text);
  const range = match === null ? plainRange(text) : caret(match[1] ?? '', match[2] ?? '');
  return `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`}${range}`;
}

const plainRange = (text: string): string =>
  /^[<>=!~]/.test(text) ? text.replaceAll(' ', '') : /^\d[\d.]*$/.test(text) ? `==${text}` : '';

function caret(mark: string, version: string): string {
  const numbers = version.split('.').map(Number);
  const first = numbers.findIndex((number) => number !== 0);
  const kept =
    mark === '~' ? Math.min(1, numbers.length - 1) : first < 0 ? numbers.length - 1 : first;
  const next = numbers.slice(0, kept + 1).map((n, position) => (position === kept ? n + 1 : n));
  return `>=${version},<${next.join('.')}`;
}
