import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readOptions, type Finding } from '@pymaint/core';
import { nodePorts } from '@pymaint/platform';
import { cacheFolder, gitSdist, pinnedSdists, pythonWith } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { gatherSources } from './gather/sources.ts';
import { gatherSphinx } from './gather/sphinx.ts';
import { OPTIONS } from './options.ts';

/** Documentation that builds with what stands here: the sdist, the folder of conf.py. */
const SETS = [
  ['pyperf', 'doc'],
  ['wheel', 'docs'],
  ['zest-releaser', 'doc/source'],
  ['packaging', 'docs'],
  ['python-dateutil', 'docs'],
  ['markupsafe', 'docs'],
  ['werkzeug', 'docs'],
] as const;

/** Sphinx, what these sets ask for, and the packages themselves, which autodoc imports. */
const REQUIREMENTS = [
  'docutils==0.22.4',
  'sphinx==9.0.4',
  'furo==2025.12.19',
  'pallets-sphinx-themes==2.5.0',
  'sphinx-rtd-theme==3.1.0',
  'sphinxcontrib-log-cabinet==1.0.1',
  'markupsafe==3.0.4',
  'packaging==26.3',
  'pyperf==2.10.0',
  'python-dateutil==4.0.0',
  'werkzeug==3.1.9',
  'wheel==0.48.0',
  'zest-releaser==9.9.1',
];

/** Faults of every kind, put at the end of every page, and nothing of them leads anywhere. */
const PLANTED = `

:ref:\`planted-label\` :doc:\`planted-document\` :term:\`planted term\` |planted| planted-name_ [91]_ [PLANTED]_
:numref:\`planted-number\` :download:\`planted.zip\` :option:\`--planted\` :any:\`planted-any\`

.. image:: planted.png

.. figure:: planted.svg

.. include:: planted.txt

.. literalinclude:: planted.py

.. toctree::
   :hidden:

   planted-entry

.. _planted-twice: https://a.invalid/
.. _planted-twice: https://b.invalid/
`;

/** A warning of Sphinx that says of a name that it leads nowhere, or is given twice. */
const KINDS: readonly RegExp[] = [
  /undefined label: '([^']+)'/u,
  /unknown document: '([^']+)'/u,
  /toctree contains reference to (?:nonexisting|excluded) document '([^']+)'/u,
  /image file not readable: (\S+)/u,
  /download file not readable: (\S+)/u,
  /[Ii]nclude file '([^']+)' (?:not found|could not)/u,
  /Problems with "include" directive path/u,
  /Unknown target name: "([^"]+)"/u,
  /Undefined substitution referenced: "([^"]+)"/u,
  /citation not found: (\S+)/u,
  /term not in glossary: '([^']+)'/u,
  /unknown option: '([^']+)'/u,
  /'any' reference target not found: (\S+)/u,
  /duplicate (?:label|citation) ([^,]+),/u,
  /duplicate term description of ([^,]+),/u,
  /Duplicate explicit target name: "([^"]+)"/u,
  /document isn't included in any toctree/u,
];

interface Warning {
  readonly path: string;
  readonly name: string;
  readonly line: string;
}

/** One entry for each warning, with the lines that go on. */
const entriesOf = (output: string): readonly string[] =>
  output.replaceAll(/\n(?!\S+:\d*:? (?:WARNING|ERROR|SEVERE|CRITICAL): )/gu, ' ').split('\n');

/** The warnings about pages, those of docstrings left out. */
const warningsOf = (output: string): readonly Warning[] =>
  entriesOf(output).flatMap((line) => {
    const path = /^([^:\s]+\.rst)(?::\d*)?:.*(?:WARNING|ERROR|SEVERE|CRITICAL): /u.exec(line)?.[1];
    if (path === undefined) return [];
    for (const kind of KINDS) {
      const found = kind.exec(line);
      // What stands before a colon is an inventory, which this machine cannot ask.
      if (found !== null && /^\w+:/u.test(found[1] ?? '')) return [];
      // Documents are named in full there, and as they are written here.
      if (found !== null)
        return [{ path, name: (found[1] ?? '').replace(/^.*\//u, '').trim(), line }];
    }
    return [];
  });

const saysOf = (finding: Finding): string =>
  `${finding.message} ${finding.rule}`.toLowerCase().replaceAll(/\s+/gu, ' ');

describe.each(SETS)('the documentation of %s', (sdist, source) => {
  it.each([
    ['as it is', ''],
    ['with faults planted on every page', PLANTED],
  ])('%s: Sphinx and pymaint agree', { timeout: 600_000 }, async (_, planted) => {
    await using project = await gitSdist(sdist);
    await using ports = await nodePorts({ folder: project.folder });
    const files = (await gatherSources(ports)).files.filter(
      (path) => path.startsWith(`${source}/`) && path.endsWith('.rst'),
    );
    for (const path of files) await appendFile(join(project.folder, path), planted);
    const output = await built(sdist, project.folder, source, planted);
    const docs = await gatherSphinx(await gatherSources(ports), {
      ...readOptions(OPTIONS, []),
      source,
    });
    if (!docs.known) throw new Error(docs.why);
    const { findings } = docs.value;
    const warnings = warningsOf(output);
    const lacks = warnings.filter(
      ({ path, name }) =>
        !findings.some(
          (finding) =>
            finding.place.path === `${source}/${path}` &&
            saysOf(finding).includes(name.toLowerCase()),
        ),
    );
    expect(lacks.map(({ line }) => line)).toEqual([]);
    const alone = findings.filter(
      ({ level, place, message }) =>
        level === 'error' &&
        !entriesOf(output).some(
          (line) =>
            line.startsWith(place.path.slice(source.length + 1)) &&
            line.toLowerCase().includes((/`([^`]+)`/u.exec(message)?.[1] ?? '').toLowerCase()),
        ),
    );
    expect(alone.map(({ place, message }) => `${place.path}:${place.line} ${message}`)).toEqual([]);
    expect(warnings.length).toBeGreaterThanOrEqual(planted === '' ? 0 : files.length * 5);
  });
});

/** What Sphinx says, built once for each sdist and each text that is planted. */
async function built(
  sdist: string,
  folder: string,
  source: string,
  planted: string,
): Promise<string> {
  const pinned = (await pinnedSdists()).find(({ name }) => name === sdist);
  const hash = createHash('sha256').update(JSON.stringify([pinned, planted, REQUIREMENTS, source]));
  const kept = join(cacheFolder(), 'sphinx-says', `${hash.digest('hex').slice(0, 32)}.txt`);
  return readFile(kept, 'utf8').catch(async () => {
    const made = await build(await pythonWith(...REQUIREMENTS), join(folder, source));
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(`${kept}.${process.pid}`, made);
    await rename(`${kept}.${process.pid}`, kept);
    return made;
  });
}

async function build(python: string, folder: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'pymaint-built-'));
  try {
    const theme = ['-D', 'html_theme=alabaster', '-D', 'intersphinx_timeout=1'];
    const child = spawn(
      python,
      ['-m', 'sphinx', '-b', 'dummy', '-n', '-q', '-E', ...theme, '.', out],
      {
        cwd: folder,
        env: { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((done) => child.on('close', done));
    return Buffer.concat(chunks).toString('utf8').replaceAll(`${folder}/`, '');
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
