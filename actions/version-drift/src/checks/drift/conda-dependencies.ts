import { count, failIf, formatPlace, skip, type Problem } from '@pymaint/core';
import { recipeDifferences, type OwnRequirement, type RecipeDifference } from '@pymaint/python';
import { check } from '../../check.ts';

/** The conda recipe and the metadata are kept by hand, and pip checks the one in an environment of the other. */
export const condaDependencies = check({
  id: 'drift/conda-dependencies',
  summary: 'The conda recipe needs what the project needs, in versions that both take',
  level: 'warning',
  reads: ['project', 'recipes'],
  judge: ({ project, recipes }) => {
    const { dependencies } = project.value;
    if (!dependencies.known) return skip(`the project’s dependencies: ${dependencies.why}`);
    const problems = recipes.value.flatMap((recipe) =>
      (recipeDifferences(recipe, project.value) ?? []).map((difference) =>
        problemOf(difference, recipe.path),
      ),
    );
    return failIf(problems, count(dependencies.value.length, 'dependency', 'dependencies'));
  },
});

function problemOf(difference: RecipeDifference, path: string): Problem {
  switch (difference.type) {
    case 'excludes':
      return {
        message: `Unexpected \`${difference.recipe.written}\` in the conda recipe, expected versions that \`${difference.own.requirement.text}\` allows`,
        place: difference.recipe.place,
        related: declared(difference.own),
        remedy: 'give both the same range',
      };
    case 'older':
      return {
        level: 'notice',
        message: `Unexpected \`${difference.recipe.written}\` in the conda recipe, expected none older than \`${difference.own.requirement.text}\` takes`,
        place: difference.recipe.place,
        related: declared(difference.own),
        remedy: 'raise the lower bound of the recipe, or lower that of the project',
      };
    case 'lacks':
      return {
        level: 'notice',
        message: `Unexpected dependency \`${difference.own.requirement.name}\` that ${path} does not name, expected it under \`run:\` if conda has it by this name`,
        place: difference.own.place,
        remedy: 'add it to the recipe, under the name that conda gives it',
      };
    case 'extra':
      return {
        level: 'notice',
        message: `Unexpected \`${difference.recipe.written}\` in the conda recipe, expected a dependency of the project`,
        place: difference.recipe.place,
        remedy: 'delete it from the recipe if only an old version needed it, or declare it',
      };
  }
}

const declared = ({ requirement, place }: OwnRequirement) => [
  { message: `declared as \`${requirement.text}\` at ${formatPlace(place)}`, place },
];
