import type { Blocks, Start } from '../markdown/block-state.ts';

export function startMyst(_b: Blocks, _code: number): Start {
  return 'none';
}
