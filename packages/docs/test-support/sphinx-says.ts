import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder, pythonWith } from '@pymaint/testing';
import { TRUTH } from './rst-truth.ts';

/** One warning of Sphinx: its line in the file, or 0 where it names none. */
export interface SphinxWarning {
  readonly line: number;
  readonly message: string;
}

/**
 * What `sphinx-build -n` warns of, file by file, of a site made of these files. What it says is kept in the cache
 * under the hash of the files, so that it is built once.
 */
export async function sphinxSays(
  files: ReadonlyMap<string, string>,
  conf: string,
): Promise<ReadonlyMap<string, readonly SphinxWarning[]>> {
  const key = createHash('sha256').update(JSON.stringify([[...files], conf, TRUTH]));
  const kept = join(cacheFolder(), 'sphinx-says', `${key.digest('hex').slice(0, 32)}.txt`);
  const output = await readFile(kept, 'utf8').catch(async () => {
    const made = await build(files, conf);
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(`${kept}.${process.pid}`, made);
    await rename(`${kept}.${process.pid}`, kept);
    return made;
  });
  return warningsIn(output);
}

/** What has to do with no reference. */
const OTHER = /is not referenced|Document may not end|Lexing|Unknown interpreted/u;

/** The warnings in the output of Sphinx, by the files they name, relative to the source folder. */
export function warningsIn(output: string): ReadonlyMap<string, readonly SphinxWarning[]> {
  const found = new Map<string, SphinxWarning[]>();
  for (const line of output.split('\n')) {
    const parts =
      /^(?:\.\/)?([^:\s]+)(?::(\d*))?(?::<[^>]*>)?:(?:\d+:)? (?:WARNING|ERROR|SEVERE|CRITICAL): (.*)$/u.exec(
        line,
      );
    const [, path, number = '0', message = ''] = parts ?? [];
    if (path === undefined || OTHER.test(line)) continue;
    // What names a place of its own gets the suffix twice.
    const file = path.replace(/\.rst\.rst$/u, '.rst');
    const same = found.get(file) ?? [];
    same.push({ line: Number(number), message });
    found.set(file, same);
  }
  return found;
}

async function build(files: ReadonlyMap<string, string>, conf: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-site-'));
  try {
    for (const [path, text] of [...files, ['conf.py', conf] as const]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return (await buildAt(await pythonWith(...TRUTH), folder)).replaceAll(`${folder}/`, '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `sphinx-build -n` on a folder and gives what it writes to stderr. */
export async function buildAt(python: string, folder: string, builder = 'html'): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'pymaint-built-'));
  try {
    const args = ['-m', 'sphinx', '-b', builder, '-n', '-q', '-E', folder, out];
    const child = spawn(python, args, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((done) => child.on('close', done));
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
