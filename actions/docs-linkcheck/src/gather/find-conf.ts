import { readYaml, yamlGet } from '@pymaint/docs';
import type { Options } from '../options.ts';
import type { Sources } from './sources.ts';

/** conf.py of the documentation: as the user or Read the Docs says, else where projects keep it. */
export async function findConf(sources: Sources, options: Options): Promise<string | undefined> {
  const { source } = options;
  if (source !== undefined) return `${source.replace(/\/+$/u, '')}/conf.py`.replace(/^\.\//u, '');
  const said = await ofReadTheDocs(sources);
  const places = [...(said === undefined ? [] : [said]), ...USUAL.map((it) => `${it}/conf.py`)];
  return places.find((path) => sources.has(path));
}

const USUAL = [
  'docs',
  'doc',
  'docs/source',
  'doc/source',
  'docs/src',
  'doc/build',
  'documentation',
  'documentation/source',
  'docs/sphinx',
  'docs/en',
];

async function ofReadTheDocs(sources: Sources): Promise<string | undefined> {
  for (const path of ['.readthedocs.yaml', '.readthedocs.yml', 'readthedocs.yml']) {
    const text = sources.has(path) ? await sources.read(path) : undefined;
    const result = readYaml(text ?? '');
    const node = result.ok ? yamlGet(yamlGet(result.root, 'sphinx'), 'configuration') : undefined;
    if (node?.kind === 'scalar') return node.value.replace(/^\.\//u, '');
  }
  return undefined;
}
