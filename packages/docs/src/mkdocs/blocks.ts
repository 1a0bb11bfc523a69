import type { Blocks, Start } from '../markdown/block-state.ts';

/** Tries what Python-Markdown's extensions know. */
export function startMkdocs(_b: Blocks, _code: number): Start {
  return 'none';
}
