/**
 * A name as docutils compares it: lower case, each run of whitespace one space, none around it
 * (docutils `nodes.fully_normalize_name`).
 */
export const normalName = (name: string): string => collapse(name).toLowerCase();

/** Each run of whitespace one space, none around it (docutils `nodes.whitespace_normalize_name`). */
export const collapse = (name: string): string =>
  PLAIN.test(name) ? name : name.split(/\s+/u).filter(Boolean).join(' ');

// Most names hold no whitespace at all.
const PLAIN = /^\S+$/u;
