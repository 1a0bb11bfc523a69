/** One page of the made site: what stands in it, and the findings expected, as `rule line:column`. */
export interface MadePage {
  readonly what: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/** A page of the table. */
export const page = (what: string, text: string, ...expected: readonly string[]): MadePage => ({
  what,
  text,
  expected,
});
