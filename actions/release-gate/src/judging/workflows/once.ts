import { formatPlace, type Problem } from '@pymaint/core';

/** One problem for each place: one setting may hold for several uploads. */
export const oncePerPlace = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [formatPlace(problem.place), problem])).values(),
];
