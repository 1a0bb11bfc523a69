import type { Place } from './place.ts';

/** Something that was read of the project, and where. */
export interface Known<T> {
  readonly known: true;
  readonly value: T;
  readonly place: Place;
}

/**
 * Something that could not be read. `not-applicable`: the project has no such thing, which is no fault and
 * no doubt. `not-known`: it may be there, but could not be seen (a service did not answer, a file is broken).
 * `crashed`: a defect of pymaint hid it.
 */
export interface Unknown {
  readonly known: false;
  readonly why: string;
  readonly because: 'not-applicable' | 'not-known' | 'crashed';
}

/** What could be read of the project: never a guess, and never silently absent. */
export type Fact<T> = Known<T> | Unknown;

/** The value that a fact holds when it is known. */
export type ValueOf<F> = F extends Known<infer T> ? T : never;

/** A set of facts by name: the whole of what an action's checks may look at. */
export type FactSet = { readonly [name: string]: Fact<unknown> };

/** A fact that was read at a place. */
export const known = <T>(value: T, place: Place): Known<T> => ({ known: true, value, place });

/** The project has no such thing; `why` completes "not checked: …". */
export const notApplicable = (why: string): Unknown => ({
  known: false,
  why,
  because: 'not-applicable',
});

/** It could not be found out; `why` completes "not checked: …". */
export const notKnown = (why: string): Unknown => ({ known: false, why, because: 'not-known' });

/** Makes a known fact of another one's value, keeping its place; an unknown fact stays as it is. */
export const mapFact = <T, U>(fact: Fact<T>, map: (value: T) => U): Fact<U> =>
  fact.known ? known(map(fact.value), fact.place) : fact;
