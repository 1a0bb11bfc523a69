import type { Json } from '../finding.ts';

/** A JSON Schema that says what it describes. */
export type Described = { readonly description: string; readonly [keyword: string]: Json };

type OptionalKeys<T> = {
  [K in keyof T]-?: undefined extends T[K] ? K : never;
}[keyof T];

/**
 * The schema of an object of type T: the compiler asks for each of its keys, with a description, and for no
 * other. Keys whose value may be undefined are the optional ones, and must be named as such.
 */
export const objectOf = <T>(
  description: string,
  properties: { readonly [K in keyof T]-?: Described },
  optional: { readonly [K in OptionalKeys<T>]: true },
): Described => ({
  description,
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !Object.hasOwn(optional, key)),
  properties,
});

/** An array of these. */
export const arrayOf = (description: string, items: Json): Described => ({
  description,
  type: 'array',
  items,
});

/** A string, a boolean, and one of a few words. */
export const text = (description: string): Described => ({ description, type: 'string' });
export const flag = (description: string): Described => ({ description, type: 'boolean' });
export const oneOf = (description: string, words: readonly string[]): Described => ({
  description,
  enum: words,
});

/** A whole number from `minimum` on. */
export const whole = (description: string, minimum = 0): Described => ({
  description,
  type: 'integer',
  minimum,
});

/** Milliseconds, fractions allowed. */
export const milliseconds = (description: string): Described => ({
  description,
  type: 'number',
  minimum: 0,
});

/** Any object, for what machines alone read. */
export const anyObject = (description: string): Described => ({ description, type: 'object' });

/** A definition of the schema by its name. */
export const refTo = (name: string): { readonly $ref: string } => ({
  $ref: `#/definitions/${name}`,
});

/** The same with words of its own beside it; draft-07 ignores what stands beside `$ref` itself. */
export const describedRef = (description: string, name: string): Described => ({
  description,
  allOf: [refTo(name)],
});
