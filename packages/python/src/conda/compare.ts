import type { Range } from '@pymaint/core';
import { normalizedName } from '../names.ts';
import { compareVersions, type Version } from '../pep440.ts';
import { parseRequirement, type Requirement } from '../pep508.ts';
import type { Project } from '../project/types.ts';
import { contradiction, type SpecifierSet } from '../specifiers.ts';
import type { CondaRecipe, RecipeRequirement } from './recipe.ts';

/** Where a recipe and the project's metadata part. */
export type RecipeDifference =
  /** No version can satisfy both. */
  | { readonly type: 'excludes'; readonly own: OwnRequirement; readonly recipe: RecipeRequirement }
  /** The recipe takes older versions than the project does. */
  | { readonly type: 'older'; readonly own: OwnRequirement; readonly recipe: RecipeRequirement }
  /** The project's dependency has no counterpart of its name. */
  | { readonly type: 'lacks'; readonly own: OwnRequirement }
  /** The recipe's has none, in the dependencies and the extras. */
  | { readonly type: 'extra'; readonly recipe: RecipeRequirement };

/** A dependency of the project, and where it stands. */
export interface OwnRequirement {
  readonly requirement: Requirement;
  readonly place: Range;
}

/** Projects that conda names by other rules than {@link stem} takes away. */
const NAMES: { readonly [project: string]: string } = {
  torch: 'pytorch',
  tables: 'pytables',
  'opencv-python': 'opencv',
  'opencv-python-headless': 'opencv',
  'psycopg2-binary': 'psycopg2',
  'faiss-cpu': 'faiss',
  pyqt5: 'pyqt',
};

/** A name without what conda adds to tell a Python package from others, or its core from the whole. */
const stem = (name: string): string =>
  (NAMES[name] ?? name)
    .replace(/^(?:python|py)-?(?=.)/, '')
    .replace(/-(?:python|py|base|core)$/, '') || name;

/** True where conda's name may be this project's. */
export const mayBeNamed = (conda: string, project: string): boolean =>
  stem(conda) === stem(normalizedName(project));

/** What a recipe needs beside Python packages: the interpreter, installers, and libraries of C. */
const isForeign = (name: string): boolean =>
  /^(?:python|pip|setuptools|wheel|pypy|cython|openssl|zlib|blas|mkl|cudatoolkit|m2w64)(?:-|$)|^(?:lib|_|-|r-|vc\d|ucrt)/.test(
    name,
  );

/** Compares the dependencies of a recipe with those of the project; undefined where the project's are not known. */
export function recipeDifferences(
  recipe: CondaRecipe,
  { dependencies, optionalDependencies }: Project,
): readonly RecipeDifference[] | undefined {
  if (!dependencies.known) return undefined;
  const own = dependencies.value.flatMap(({ text, place }): readonly OwnRequirement[] => {
    const parsed = parseRequirement(text);
    return parsed.ok ? [{ requirement: parsed.requirement, place }] : [];
  });
  const optional = optionalDependencies.known
    ? [...optionalDependencies.value.values()].flat().flatMap(({ text }) => nameOf(text))
    : [];
  const of = (name: string) => recipe.requirements.filter((item) => mayBeNamed(item.name, name));
  const lacking = own.filter(
    ({ requirement: { normalizedName: name, marker } }) =>
      recipe.complete && marker === undefined && of(name).length === 0,
  );
  const named = [...own.map(({ requirement }) => requirement.normalizedName), ...optional];
  const extra = recipe.requirements.filter(
    ({ name, conditional }) =>
      !conditional && !isForeign(name) && !named.some((known) => mayBeNamed(name, known)),
  );
  return [
    ...own.flatMap((one) =>
      of(one.requirement.normalizedName).flatMap((item) => versions(one, item)),
    ),
    ...lacking.map((one) => ({ type: 'lacks', own: one }) as const),
    // Where both lack something, the two may be one project under two names.
    ...(lacking.length > 0 || own.length < dependencies.value.length
      ? []
      : extra.map((item) => ({ type: 'extra', recipe: item }) as const)),
  ];
}

function nameOf(text: string): readonly string[] {
  const parsed = parseRequirement(text);
  return parsed.ok ? [parsed.requirement.normalizedName] : [];
}

/** Only of one name, and where neither holds under a condition of its own. */
function versions(own: OwnRequirement, recipe: RecipeRequirement): readonly RecipeDifference[] {
  const { marker, normalizedName: name, specifiers } = own.requirement;
  if (
    recipe.name !== name ||
    marker !== undefined ||
    recipe.conditional ||
    recipe.specifiers === undefined
  )
    return [];
  const clauses = [...specifiers.clauses, ...recipe.specifiers.clauses];
  if (contradiction({ text: '', clauses }) !== undefined)
    return [{ type: 'excludes', own, recipe }];
  const [needed, taken] = [lowest(specifiers), lowest(recipe.specifiers)];
  return needed !== undefined && taken !== undefined && compareVersions(taken, needed) < 0
    ? [{ type: 'older', own, recipe }]
    : [];
}

/** The one lower bound of a set, undefined where there are none or more. */
function lowest({ clauses }: SpecifierSet): Version | undefined {
  const bounds = clauses.filter(({ operator }) => operator === '>=' || operator === '~=');
  return bounds.length === 1 ? bounds[0]?.version : undefined;
}
