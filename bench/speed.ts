import { performance } from 'node:perf_hooks';
import { median } from './measure.ts';

/** The head of tables whose rows {@link speedRow} makes, behind the word for what is read. */
export const SPEED = ['Files', 'Size', 'Speed'] as const;

/**
 * How fast a reader takes texts in this process: name, number, size and speed. The first round warms the engine up and
 * is not counted.
 */
export function speedRow<T extends { readonly text: string }>(
  name: string,
  texts: readonly T[],
  rounds: number,
  read: (file: T) => unknown,
): readonly string[] {
  const size = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const times = Array.from({ length: rounds + 1 }, () => {
    const began = performance.now();
    for (const file of texts) read(file);
    return performance.now() - began;
  }).slice(1);
  return [
    name,
    `${texts.length}`,
    `${(size / 1e6).toFixed(1)} MB`,
    `${(size / 1e3 / median(times)).toFixed(0)} MB/s`,
  ];
}
