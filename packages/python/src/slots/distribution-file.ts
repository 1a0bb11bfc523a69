import { isDeployment } from './deployment-files.ts';
import { namePattern, searching, VERSION } from './searching.ts';

/**
 * The file name of one of the project's distributions: `name-1.2.3.tar.gz`, `name-1.2.3-py3-none-any.whl` (PEP 625 and the
 * wheel's format) in workflows, Dockerfiles and action.yml. Documents show those of long ago. Never sure.
 */
export const distributionFiles = searching({
  kind: 'distribution-file',
  wants: (file) => isDeployment(file) || /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file.inside),
  pattern: ({ name }) =>
    name === ''
      ? undefined
      : String.raw`(?<![\w-])${namePattern(name)}-(${VERSION})(?=\.tar\.gz|\.zip|-(?:py|cp)\d)`,
  made: () => ({
    policy: 'released',
    sure: false,
    what: 'the file name of a distribution',
  }),
});
