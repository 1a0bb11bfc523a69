import { documentPolicy } from './make.ts';
import { escaped, searching } from './searching.ts';

/** `uses: owner/name@v1.2.3` of this project's own action. A moving `v1` names a series. */
export const usesLines = searching({
  kind: 'uses',
  mark: () => 'uses:',
  pattern: ({ repositories }) => {
    const own = repositories
      .filter(({ host }) => host === 'github.com')
      .map(({ path }) => escaped(path));
    return own.length === 0
      ? undefined
      : String.raw`\buses:[ \t]*["']?(?:${own.join('|')})(?:/[\w./-]+)?@(v?\d+(?:\.\d+)*)(?![\w.])`;
  },
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the version of this project’s own action',
  }),
});
