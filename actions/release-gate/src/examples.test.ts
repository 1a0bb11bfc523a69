import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@pymaint/core';
import { nodePorts, runOnce } from '@pymaint/platform';
import { temporaryFolder } from '@pymaint/testing';
import { cp } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { releaseGate } from './release-gate.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** What stays the same from run to run: no logs, no times. */
const projection = ({ rule, level, place, message }: Finding) => ({
  rule,
  level,
  path: place.path,
  line: place.line,
  column: place.column,
  message,
});

/** Runs the whole gate on a copy, so that what others do in the repository meanwhile changes nothing. */
async function gateOn(name: string) {
  await using copy = await temporaryFolder();
  await cp(`${examples}${name}`, copy.folder, { recursive: true });
  await using ports = await nodePorts({ folder: copy.folder, reports: `${copy.folder}/.pymaint` });
  return await runOnce(releaseGate, {
    ports,
    layers: [],
    waivers: [],
    readBaseline: async () => ({ schema: 'pymaint-baseline/1', findings: [] }),
    folder: '',
    version: '0',
  });
}

it.each(['clean', 'troubled'])(
  'gives exactly the recorded findings on examples/%s',
  { timeout: 300_000 },
  async (name) => {
    const { report, outputs } = await gateOn(name);
    const recorded: unknown = JSON.parse(readFileSync(`${examples}${name}.expected.json`, 'utf8'));
    expect(report.findings.map(projection)).toEqual(recorded);
    expect(report.counts.unknown).toBe(0);
    expect(outputs['ready']).toBe(String(name === 'clean'));
  },
);
