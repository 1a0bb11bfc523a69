import { isDeployment } from './deployment-files.ts';
import { documentPolicy } from './make.ts';
import { namePattern, searching, VERSION } from './searching.ts';

/**
 * `pip install name==1.2.3` in README, documents, Dockerfiles and action.yml. Bounds such as `name>=1.2` tell of the past, and are left out.
 * Elsewhere than in a README, and where there are several, an old version may be shown on purpose: for an old Python, to
 * tell a bug.
 */
export const installPins = searching({
  kind: 'install-pin',
  wants: (file) => file.role === 'document' || isDeployment(file),
  mark: () => '==',
  pattern: ({ name }) =>
    name === ''
      ? undefined
      : String.raw`\b(?:install|add|run|--with|--from)\b[^\n]{0,80}?[\s"'\x60]${namePattern(name)}(?:\[[\w,-]*\])?==(${VERSION})(?![\w.*])`,
  made: ({ path }, versions) => ({
    policy: documentPolicy(path),
    sure: /(^|\/)readme\b[^/]*$/i.test(path) && new Set(versions).size === 1,
    what: 'the version in an install line',
  }),
});
