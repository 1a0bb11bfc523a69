import type { Blocks, Start } from '../markdown/block-state.ts';

/** Tries what MyST alone knows. */
export function startMyst(_b: Blocks, _code: number): Start {
  return 'none';
}
