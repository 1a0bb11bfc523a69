import type { OptionSpecs } from '../option.ts';

/** What the configuration may say of one action. */
export interface KnownAction {
  /** Its table's name, such as `release-gate`. */
  readonly name: string;
  readonly summary: string;
  /** All its options, those that every action has among them. */
  readonly options: OptionSpecs;
  /** The ids of its checks. */
  readonly rules: readonly string[];
}

/** The actions that a configuration file is read for. */
export interface KnownActions {
  readonly actions: readonly KnownAction[];
  /**
   * Names of actions that exist but are not part of this program, as in the bundle of a single action. Their
   * tables are left alone, and waivers of rules that are not known may be theirs. Default: none.
   */
  readonly others?: readonly string[];
}

/** The options of an action that a configuration file can give. */
export const keysOf = ({ options }: KnownAction): readonly string[] =>
  Object.keys(options)
    .filter((name) => options[name]?.sources.includes('key'))
    .toSorted();
