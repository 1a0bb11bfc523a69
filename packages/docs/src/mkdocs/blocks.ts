import type { Blocks, Start } from '../markdown/block-state.ts';

export function startMkdocs(_b: Blocks, _code: number): Start {
  return 'none';
}
