import type { Level } from '@pymaint/core';
import type { RunnableAction } from '@pymaint/platform';
import { actionNames } from './repo.ts';

/** What scripts and guards may know of an action. */
export interface ActionDefinition extends Pick<
  RunnableAction,
  'name' | 'summary' | 'options' | 'outputs' | 'slow' | 'doubtFails'
> {
  readonly leftTo?: RunnableAction['leftTo'];
  readonly checks: readonly {
    readonly id: string;
    readonly summary: string;
    readonly level: Level;
  }[];
}

/** The definitions of all actions. `actions/release-gate` exports its own as `releaseGate`. */
export const loadActions = (): Promise<readonly ActionDefinition[]> =>
  Promise.all(
    actionNames().map(async (name) => {
      const exported = (await import(`../../actions/${name}/src/index.ts`)) as {
        readonly [name: string]: ActionDefinition | undefined;
      };
      const action = exported[camelCase(name)];
      if (action === undefined)
        throw new Error(`actions/${name}/src/index.ts exports no ${camelCase(name)}`);
      return action;
    }),
  );

/** `release-gate` as the name of a constant: `releaseGate`. */
export const camelCase = (name: string): string =>
  name.replace(/[-/]+(\w)/g, (_, letter: string) => letter.toUpperCase());
