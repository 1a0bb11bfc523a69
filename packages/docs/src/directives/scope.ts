/** What directives before and around say about names: Sphinx's `ref_context`. Mutable, one per document. */
export interface Scope {
  /** The domain of directives without a prefix. */
  domain: string;
  /** `py:module`, empty where none is current. */
  module: string;
  /** Names of the classes around, outermost first. */
  classes: readonly string[];
  /** `std:program`, empty where none is current. */
  program: string;
}

/** The scope at the start of a document: Sphinx's `primary_domain` is `py`. */
export const newScope = (): Scope => ({ domain: 'py', module: '', classes: [], program: '' });
