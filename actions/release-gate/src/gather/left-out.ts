import { known, type Fact, type Place } from '@pymaint/core';
import type { LeftOut } from '../facts.ts';
import { settingOf, textsOf, type Sources } from './sources.ts';

/** Settings that keep files out of an sdist, by the keys below `tool` of pyproject.toml. */
const EXCLUDING: readonly (readonly string[])[] = [
  ['hatch', 'build', 'exclude'],
  ['hatch', 'build', 'targets', 'sdist', 'exclude'],
  ['flit', 'sdist', 'exclude'],
  ['poetry', 'exclude'],
  ['pdm', 'build', 'excludes'],
  ['uv', 'build-backend', 'source-exclude'],
  ['scikit-build', 'sdist', 'exclude'],
  ['maturin', 'exclude'],
  ['check-manifest', 'ignore'],
];

/** Settings by which the author has chosen what an sdist holds. */
const CHOOSING: readonly (readonly string[])[] = [
  ['hatch', 'build', 'include'],
  ['hatch', 'build', 'only-include'],
  ['hatch', 'build', 'targets', 'sdist', 'include'],
  ['hatch', 'build', 'targets', 'sdist', 'only-include'],
  ['hatch', 'build', 'targets', 'sdist', 'packages'],
  ['flit', 'sdist', 'include'],
  ['pdm', 'build', 'includes'],
  ['pdm', 'build', 'source-includes'],
  ['uv', 'build-backend', 'source-include'],
  ['scikit-build', 'sdist', 'only-include'],
  ['poetry', 'include'],
  ['maturin', 'include'],
];

/** What the project says of files that its sdist is not to hold. */
export async function gatherLeftOut(sources: Sources, place: Place): Promise<Fact<LeftOut>> {
  const values = (keys: readonly (readonly string[])[]): readonly string[] =>
    keys.flatMap((key) => textsOf(settingOf(sources, 'tool', ...key)));
  const [manifest = '', attributes = ''] = await Promise.all([
    sources.read('MANIFEST.in'),
    sources.read('.gitattributes'),
  ]);
  return known(
    {
      globs: [...values(EXCLUDING), ...manifestExclusions(manifest), ...exportIgnored(attributes)],
      chosen: values(CHOOSING).length > 0,
      manifest: manifest !== '',
    },
    place,
  );
}

/** `prune`, `exclude`, `global-exclude` and `recursive-exclude` of MANIFEST.in, as globs. */
function manifestExclusions(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [command = '', first = '', ...rest] = line.trim().split(/[ \t]+/);
    switch (command) {
      case 'prune':
        return [`/${first}`];
      case 'exclude':
        return [first, ...rest].map((glob) => `/${glob}`);
      case 'global-exclude':
        return [first, ...rest];
      case 'recursive-exclude':
        return rest.map((glob) => `/${first}/**/${glob}`);
      default:
        return [];
    }
  });
}

/** What `git archive` leaves out, and with it the backends that use it. */
const exportIgnored = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [path = '', ...attributes] = line.trim().split(/[ \t]+/);
    return attributes.includes('export-ignore') ? [path] : [];
  });
