import { documentPolicy } from './make.ts';
import { searching, VERSION } from './searching.ts';

/** `img.shields.io/badge/version-1.2.3-blue`: a badge that someone has to keep up to date. */
export const badges = searching({
  kind: 'badge',
  mark: () => 'img.shields.io',
  pattern: () => String.raw`img\.shields\.io/badge/(?:version|release|pypi)-(${VERSION})-[a-z]`,
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the version in a badge',
  }),
});
