import { documentPolicy } from './make.ts';
import { repositoryPattern, searching, VERSION } from './searching.ts';

/** Archives and installs straight from this project's repository: `/archive/v1.2.3.zip`, `git+https://…@1.2.3`. */
export const repositoryLinks = searching({
  kind: 'repository-link',
  mark: () => '://',
  pattern: ({ repositories }) =>
    repositories.length === 0
      ? undefined
      : String.raw`(?:${repositoryPattern(repositories)})(?:\.git@|/archive/(?:refs/tags/)?|/releases/download/)(${VERSION})(?=[/\s"'\x60)#]|\.(?:zip|tar\.gz))`,
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the version in an address of this project’s repository',
  }),
});
