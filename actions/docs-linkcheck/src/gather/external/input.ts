import { fileStart, known, linearPattern, notApplicable } from '@pymaint/core';
import {
  type ExternalUse,
  type LinkSettings,
  linkSettings,
  type OwnRepository,
  settingOr,
  type SphinxConf,
  sphinxConf,
} from '@pymaint/docs';
import { type Ports, readThrough } from '@pymaint/platform';
import { readProject } from '@pymaint/python';
import type { Options } from '../../options.ts';
import { findConf } from '../find-conf.ts';
import type { Sources } from '../sources.ts';
import { ownRepository } from './own.ts';
import { usesOf } from './uses.ts';

/** What is known before anything is asked. */
export interface ExternalInput {
  readonly uses: readonly ExternalUse[];
  readonly settings: LinkSettings;
  readonly own: OwnRepository | undefined;
}

/** Reads all that concerns external links: the places, the settings of this and other checkers, the clone. */
export async function externalInput(
  ports: Ports,
  options: Options,
  sources: Sources,
): Promise<ExternalInput> {
  const found = await readThrough(sources, (tree) => readProject(tree));
  const project =
    found === undefined
      ? notApplicable('there is no project')
      : known(found, fileStart(found.file));
  const conf = await findConf(sources, options);
  const confText = conf === undefined ? undefined : await sources.read(conf);
  const sphinx =
    conf === undefined || confText === undefined ? undefined : sphinxConf(conf, confText);
  const folder = sphinx?.path.slice(0, Math.max(0, sphinx.path.lastIndexOf('/')));
  const read = async (...paths: readonly string[]): Promise<string | undefined> => {
    const path = paths.find((one) => sources.has(one));
    return path === undefined ? undefined : await sources.read(path);
  };
  return {
    uses: await usesOf(sources, project, {
      sphinxFolder: folder,
      isExcluded: excludedBy(sphinx, folder),
    }),
    settings: linkSettings({
      patterns: options['external-ignore'],
      lycheeIgnore: await read('.lycheeignore'),
      lycheeToml: await read('lychee.toml', '.lychee.toml'),
      markdownLinkCheck: await read(
        '.markdown-link-check.json',
        'markdown-link-check.json',
        '.mlc_config.json',
        'mlc_config.json',
        '.github/workflows/mlc_config.json',
      ),
      sphinx,
    }),
    own: await ownRepository(ports, project),
  };
}

/** Sphinx's `linkcheck_exclude_documents`: patterns that match the beginning of a document's name. */
function excludedBy(
  sphinx: SphinxConf | undefined,
  folder: string | undefined,
): (path: string) => boolean {
  const patterns = sphinx === undefined ? [] : settingOr(sphinx.linkcheckExcludeDocuments, []);
  const tests = patterns.flatMap((pattern) => linearPattern(pattern)?.match ?? []);
  const below = folder === undefined || folder === '' ? '' : `${folder}/`;
  return (path) => {
    if (tests.length === 0 || !path.startsWith(below)) return false;
    const name = path.slice(below.length).replace(/\.\w+$/, '');
    return tests.some((test) => test(name));
  };
}
