import type { RunnableAction } from '@pymaint/platform';

/**
 * What one of several actions leaves out when all of them judge a project at once: its slow checks, and those that
 * another of them answers with more places.
 */
export const leftOut = (
  { slow, leftTo }: RunnableAction,
  actions: readonly RunnableAction[],
): readonly string[] => [...slow, ...actions.flatMap(({ name }) => leftTo[name] ?? [])];
