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
  /** What {@link contextOf} gave last. */
  given?: ReferenceContext;
}

/** What a role goes by that names an object: Sphinx's `ref_context` where the role stands. */
export interface ReferenceContext {
  readonly domain: string;
  /** `py:module`, empty where none is current. */
  readonly module: string;
  /** `py:class`, empty outside of classes. */
  readonly inClass: string;
}

/** The scope at the start of a document: Sphinx's `primary_domain` is `py`. */
export const newScope = (): Scope => ({ domain: 'py', module: '', classes: [], program: '' });

/** The context of a role that stands here; one object as long as nothing changes. None where nothing is set. */
export function contextOf(scope: Scope): ReferenceContext | undefined {
  const { domain, module, classes, given } = scope;
  if (domain === 'py' && module === '' && classes.length === 0) return undefined;
  const inClass = classes.at(-1) ?? '';
  const isSame =
    given !== undefined &&
    given.domain === domain &&
    given.module === module &&
    given.inClass === inClass;
  return isSame ? given : (scope.given = { domain, module, inClass });
}
