import { clean, compare } from '@renovatebot/pep440';

/** The normal form of a PEP 440 version, or undefined where the text is none. */
export const canonicalVersion = (text: string): string | undefined => clean(text) ?? undefined;

/** Negative where version `a` comes before `b`, both in their normal form. */
export const compareCanonical = (a: string, b: string): number => compare(a, b);
