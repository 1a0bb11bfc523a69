import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MEGABYTE = 1024 * 1024;

/** How much room new objects have in a process of its own that keeps many. */
function youngHeap(before: string): number {
  const script = `import { getHeapSpaceStatistics } from 'node:v8';
import { keepYoungHeapSmall } from ${JSON.stringify(join(import.meta.dirname, 'small-young-heap.ts'))};
${before}
const kept = Array.from({ length: 2_000_000 }, (_, n) => ({ n }));
const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
process.stdout.write(String(kept.length > 0 ? young?.space_size : 0));`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      encoding: 'utf8',
    }),
  );
}

it('leaves new objects the room that they had, where it would have grown', () => {
  expect(youngHeap('')).toBeGreaterThan(8 * MEGABYTE);
  expect(youngHeap('keepYoungHeapSmall();')).toBeLessThan(4 * MEGABYTE);
});
