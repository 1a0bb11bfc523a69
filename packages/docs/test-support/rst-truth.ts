import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, pythonWith } from '@pymaint/testing';

const SCRIPT = fileURLToPath(new URL('rst_truth.py', import.meta.url));
/** What gives the truth. */
export const TRUTH = ['docutils==0.22.4', 'sphinx==9.0.4'] as const;

/** One file as docutils reads it. */
export interface Truth {
  readonly path: string;
  readonly records?: readonly string[];
  /** The error by which docutils gave up. */
  readonly failed?: string;
}

/**
 * What docutils reads in these files, in their order. Each answer is kept in the cache under the hash of the
 * script, the versions and the file; only files without one are read, by two processes.
 */
export async function rstTruth(paths: readonly string[]): Promise<readonly Truth[]> {
  const script = await readFile(SCRIPT, 'utf8');
  const folder = join(cacheFolder(), 'rst-truth');
  await mkdir(folder, { recursive: true });
  const keys = new Map<string, string>();
  const known = new Map<string, Truth>();
  for (const path of paths) {
    const hash = createHash('sha256').update(script).update(TRUTH.join());
    const key = join(
      folder,
      `${hash
        .update(await readFile(path))
        .digest('hex')
        .slice(0, 32)}.json`,
    );
    keys.set(path, key);
    const kept = await readFile(key, 'utf8').catch(() => undefined);
    if (kept !== undefined) known.set(path, { ...(JSON.parse(kept) as Truth), path });
  }
  const missing = paths.filter((path) => !known.has(path));
  const halves = [0, 1].map((n) => missing.filter((_, i) => i % 2 === n));
  const answers = await Promise.all(halves.map((half) => ask(half)));
  for (const truth of answers.flat()) {
    known.set(truth.path, truth);
    await keep(keys.get(truth.path) ?? join(folder, 'unknown.json'), JSON.stringify(truth));
  }
  return paths.flatMap((path) => known.get(path) ?? []);
}

async function keep(key: string, text: string): Promise<void> {
  const draft = `${key}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, key);
}

async function ask(paths: readonly string[]): Promise<readonly Truth[]> {
  if (paths.length === 0) return [];
  const python = await pythonWith(...TRUTH);
  const child = spawn(python, [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(paths.join('\n'));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${SCRIPT} ended with ${code}`);
  const text = Buffer.concat(chunks).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth);
}
