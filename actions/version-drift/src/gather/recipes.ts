import { known, notApplicable, type Fact } from '@pymaint/core';
import { readThrough } from '@pymaint/platform';
import {
  isRecipePath,
  mayBeNamed,
  readRecipe,
  type CondaRecipe,
  type Project,
  type SourceTree,
} from '@pymaint/python';
import type { Sources } from '../facts.ts';

/** The conda recipes of the repository that build this project. */
export const gatherRecipes = (
  sources: Sources,
  project: Project,
): Promise<Fact<readonly CondaRecipe[]>> =>
  readThrough(sources, (tree) => recipesOf(tree, project));

/** The recipes of a tree that build this project; never an empty list. */
export function recipesOf(
  tree: SourceTree,
  { folder, name }: Project,
): Fact<readonly CondaRecipe[]> {
  const below = folder === '' ? '' : `${folder}/`;
  const recipes = tree.list().flatMap((path): readonly CondaRecipe[] => {
    if (!path.startsWith(below) || !isRecipePath(path)) return [];
    const recipe = readRecipe(path, tree.read(path) ?? '');
    const own = recipe?.name !== undefined && name.known && mayBeNamed(recipe.name, name.value);
    return own ? [recipe] : [];
  });
  const [first] = recipes;
  return first === undefined
    ? notApplicable('no conda recipe of this project lies here')
    : known(recipes, first.place);
}
