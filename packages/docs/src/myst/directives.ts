import type { Span } from '../document.ts';
import type { Blocks, Fence } from '../markdown/block-state.ts';

/** Reads a fence as a directive; false where it is code. */
export function readDirective(_b: Blocks, _f: Fence, _s: Span): boolean {
  return false;
}
