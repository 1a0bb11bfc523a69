import { VERSION } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { matching, readText, workspaces, type Manifest } from '../../scripts/shared/repo.ts';

/** What each package may build on. `actions/*` are the same for all, but for release-gate, which asks its siblings. */
const PURE = ['core', 'python', 'docs', 'changelog'];
const MAY_USE: { readonly [folder: string]: readonly string[] } = {
  'packages/core': [],
  'packages/python': ['core'],
  'packages/docs': ['core', 'python'],
  'packages/changelog': ['core', 'python', 'docs'],
  'packages/platform': ['core'],
  'packages/testing': ['core', 'platform'],
};
const allowed = (folder: string): readonly string[] => {
  const known = MAY_USE[folder];
  if (known !== undefined) return known;
  const actions = workspaces().flatMap(({ folder }) =>
    folder.startsWith('actions/') ? [folder.slice('actions/'.length)] : [],
  );
  const base = [...PURE, 'platform'];
  if (folder === 'packages/cli') return [...base, ...actions];
  return folder === 'actions/release-gate' ? [...base, ...actions] : base;
};

/** Every module that a file imports, exports from or loads. */
const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /^(?:import|export) (?:type )?(?:\*[^;'=]*|\{[^}]*\}|[\w, ]+(?:\{[^}]*\})?) from '([^']+)'/gm,
    ),
    ...text.matchAll(/^import '([^']+)'/gm),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
  ].map((match) => match[1] ?? '');

it.each([
  ["import { a } from 'b';", ['b']],
  ["import {\n  a,\n} from 'b';\nimport type * as c from 'd';", ['b', 'd']],
  ["export * from './a.ts';\nexport type { B } from './b.ts';", ['./a.ts', './b.ts']],
  ["import 'a';\nconst b = await import('b');", ['a', 'b']],
  ["const words = line.split('from ');\nconst from = x === 'from 'y';", []],
])('sees the imports in %j', (text, expected) => {
  expect(importsOf(text).toSorted()).toEqual(expected);
});

const sources = (folder: string): readonly string[] =>
  matching(`${folder}/src/**/*.ts`).filter((path) => !path.endsWith('.test.ts'));

const imported = (folder: string): readonly string[] => [
  ...new Set(sources(folder).flatMap((path) => importsOf(readText(path)))),
];

const references = (folder: string): readonly string[] =>
  (
    JSON.parse(readText(`${folder}/tsconfig.json`)) as {
      readonly references?: readonly { readonly path: string }[];
    }
  ).references?.map(({ path }) => path.split('/').at(-1) ?? path) ?? [];

const named = workspaces().map((workspace) => ({ ...workspace, ...workspace.manifest }));

describe.each(named)('$folder', ({ folder, manifest }) => {
  const own = (specifier: string): string | undefined => /^@pymaint\/([^/]+)/.exec(specifier)?.[1];

  it('imports only the packages below it', () => {
    const used = imported(folder).flatMap((specifier) => own(specifier) ?? []);
    expect(used.filter((name) => !allowed(folder).includes(name))).toEqual([]);
  });

  it('references in tsconfig.json all that it imports, and nothing above it', () => {
    const used = imported(folder).flatMap((specifier) => own(specifier) ?? []);
    expect(used.filter((name) => !references(folder).includes(name))).toEqual([]);
    expect(references(folder).filter((name) => !allowed(folder).includes(name))).toEqual([]);
  });

  it('declares every package of others that it imports', () => {
    const foreign = imported(folder)
      .filter((specifier) => !/^(?:\.|node:|@pymaint\/)/.test(specifier))
      .map((specifier) => packageOf(specifier));
    const declared = Object.keys(manifest.dependencies ?? {});
    expect(foreign.filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('is a private module of the one version, named for its folder', () => {
    expect(manifest).toMatchObject({
      name: `@pymaint/${folder.split('/')[1] ?? ''}`,
      version: root.version,
      type: 'module',
      // Without it a bundle holds all of a sibling of which one function is asked.
      sideEffects: false,
      private: true,
    });
  });
});

const root = JSON.parse(readText('package.json')) as Manifest;

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

it.each([{ folder: '.', manifest: root }, ...named])(
  '$folder pins every dependency exactly',
  ({ manifest }) => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const loose = ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range));
    expect(loose).toEqual([]);
  },
);

it('builds every workspace from the root tsconfig.json', () => {
  const { references } = JSON.parse(readText('tsconfig.json')) as {
    readonly references: readonly { readonly path: string }[];
  };
  const built = references.map(({ path }) => path);
  expect(built.toSorted()).toEqual(
    [...named.map(({ folder }) => folder), 'tsconfig.tests.json'].toSorted(),
  );
});

it('says one version in the code and in every package.json', () => {
  expect(VERSION).toBe(root.version);
});
