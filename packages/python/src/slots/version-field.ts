import { documentPolicy } from './make.ts';
import { searching, VERSION } from './searching.ts';

/** `:Version: 1.2.3 (codename)` among the fields at the top of a README or of a text that it includes. */
export const versionFields = searching({
  kind: 'version-field',
  pattern: () => String.raw`^:version:[ \t]+(${VERSION})(?![\w.])`,
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: /(^|\/)(readme\b[^/]*|includes\/[^/]+)$/i.test(path),
    what: 'the field `:Version:`',
  }),
});
