/** The committed bundles, as a stranger and as GitHub's runner start them: no install, each Node at hand. */
import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep, temporaryFolder } from '@pymaint/testing';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { nodesOfThisMachine } from './nodes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Projected {
  readonly rule: string;
  readonly level: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The part of a report that is the same at every run. */
function projection(json: string): readonly Projected[] {
  const { findings } = JSON.parse(json) as {
    readonly findings: readonly (Projected & { readonly place: Projected })[];
  };
  return findings.map(({ rule, level, place: { path, line, column }, message }) => ({
    rule,
    level,
    path,
    line,
    column,
    message,
  }));
}

const expected = (name: string): unknown => JSON.parse(read(`examples/${name}.expected.json`));

/** A copy outside of this repository, which has a git history of its own. */
async function copyOf(name: string) {
  const place = await temporaryFolder();
  cpSync(join(root, 'examples', name), place.folder, {
    recursive: true,
    filter: (path) => !/[/\\](?:\.pymaint|__pycache__)$/.test(path),
  });
  return place;
}

const run = (program: string, args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>(
    (done) => {
      execFile(program, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    },
  );

/** Environments are made once for all of these runs, as on a runner that keeps its tool cache. */
const cache = await temporaryFolder();
afterAll(() => cache[Symbol.asyncDispose]());

const EXAMPLES = [
  { name: 'clean', ready: 'true', code: 0, verdict: /^Ready/m, answer: 'ready' },
  { name: 'troubled', ready: 'false', code: 1, verdict: /^Not ready/m, answer: 'not ready' },
] as const;

const declaredOutputs = Object.keys(
  (load(read('actions/release-gate/action.yml')) as { readonly outputs: object }).outputs,
);

describe.each(nodesOfThisMachine())('on Node $version', ({ program }) => {
  it.each(EXAMPLES)(
    'the command judges examples/$name as recorded',
    async ({ name, code, verdict }) => {
      await using copy = await copyOf(name);
      const bundle = join(root, 'dist/pymaint/index.js');
      const text = await run(program, [bundle, 'release-gate', copy.folder]);
      expect(text.stdout).toMatch(verdict);
      expect(text.code).toBe(code);
      // Nobody sees a live view here: long steps are told as lines, and nothing else is.
      expect(text.stderr).toMatch(
        /^(?:release-gate: [\w ]+ (?:is running|ended after [\d.]+ s)\n)*$/,
      );
      const report = readFileSync(join(copy.folder, '.pymaint/report.json'), 'utf8');
      expect(JSON.parse(report)).toMatchObject({ schema: 'pymaint-report/1', folder: copy.folder });
      const inside = projection(report).map((one) => ({
        ...one,
        path: one.path.slice(copy.folder.length + 1),
      }));
      expect(inside).toEqual(expected(name));
    },
  );

  it.each(EXAMPLES)(
    'the action judges examples/$name as recorded, within the runner’s rules',
    async ({ name, code, ready, answer }) => {
      await using copy = await copyOf(name);
      await using kept = await temporaryFolder();
      const step = await runStep({
        bundle: join(root, 'dist/release-gate/index.js'),
        workspace: copy.folder,
        node: program,
        declaredOutputs,
        env: { RUNNER_TEMP: kept.folder, PYMAINT_CACHE: cache.folder },
        timeout: 300_000,
      });
      expect(step.violations).toEqual([]);
      expect(step.exitCode).toBe(code);
      expect(step.outputs['ready']).toBe(ready);
      expect(step.summary).toContain(`release-gate: ${answer}`);
      const report = readFileSync(step.outputs['report-path'] ?? '', 'utf8');
      expect(projection(report)).toEqual(expected(name));
    },
  );
});
