import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pythonWith } from '@pymaint/testing';
import { TRUTH } from './rst-truth.ts';

/** The pages about which `sphinx-build -n` warns, built from these files. */
export async function sphinxWarnings(
  files: ReadonlyMap<string, string>,
  conf: string,
  extensions: readonly string[],
): Promise<ReadonlySet<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-site-'));
  try {
    for (const [path, text] of [...files, ['conf.py', conf] as const]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const python = await pythonWith(...TRUTH, ...extensions);
    const output = await build(python, folder);
    if (process.env['SHOW']) console.log(output);
    const pages = new Set<string>();
    for (const line of output.split('\n')) {
      const path = WARNING.exec(line)?.[1];
      if (path !== undefined && !OTHER.test(line))
        pages.add(path.replace(`${folder}/`, '').replace(/:.*$/u, ''));
    }
    return pages;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const WARNING = /^(\S+?)(?::\d+|:<[^>]*>)?:(?:\d+:)? (?:WARNING|ERROR|SEVERE|CRITICAL): /u;
const OTHER =
  /is not referenced|Document may not end|Lexing|Unknown interpreted|header_?s? levels?|Non-consecutive/iu;

async function build(python: string, folder: string): Promise<string> {
  const child = spawn(
    python,
    ['-m', 'sphinx', '-b', 'html', '-n', '-q', '-E', folder, join(folder, '_build')],
    { env: { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' } },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((done) => child.on('close', done));
  return output;
}
