import { documentPolicy } from './make.ts';
import { repositoryPattern, searching, VERSION } from './searching.ts';

/** `rev:` of a pre-commit configuration under this project's own repository, as README and documents show it. */
export const preCommitRevs = searching({
  kind: 'pre-commit-rev',
  mark: () => 'rev:',
  pattern: ({ repositories }) =>
    repositories.length === 0
      ? undefined
      : String.raw`\brepo:[ \t]*["']?https?://(?:${repositoryPattern(repositories)})(?:-pre-commit|-pre-commit-mirror)?(?:\.git)?/?["']?[ \t]*(?:#[^\n]*)?\n(?:[ \t]*#[^\n]*\n)?[ \t]*rev:[ \t]*["']?(${VERSION})(?![\w.])`,
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: true,
    what: '`rev` of this project’s own hooks',
  }),
});
