import { parseVersion } from '../pep440.ts';
import { documentPolicy, seriesOrText, slotAt } from './make.ts';
import type { Repository, Slot, SlotContext, SlotFinder, TextFile } from './types.ts';

/** A version as documents write it: digits and dots with PEP 440's or semver's tails, perhaps behind a `v`. */
const VERSION = String.raw`v?\d+(?:\.\d+)+(?:[-.]?(?:a|b|rc|alpha|beta|post|dev)[-.]?\d*)*`;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** The project's name as people write it: any of `-`, `_`, `.` between its words. */
const namePattern = (name: string): string => name.split('-').map(escaped).join('[-_.]');

const repositoryPattern = (repositories: readonly Repository[]): string =>
  repositories.map(({ host, path }) => escaped(`${host}/${path}`)).join('|');

/** What the finds of one file are; `versions` are all that were found in it. */
type Made = (file: TextFile, versions: readonly string[]) => Pick<Slot, 'policy' | 'sure' | 'what'>;

/** A finder that searches documents with one pattern, whose first group is the version. */
function searching(
  kind: string,
  pattern: (context: SlotContext) => string | undefined,
  made: Made,
): SlotFinder {
  return {
    kind,
    *find(context): Iterable<Slot> {
      const source = pattern(context);
      if (source === undefined) return;
      const search = new RegExp(source, 'gdim');
      for (const file of context.documents) {
        const spans = [...file.text.matchAll(search)]
          .flatMap((match) => (match.indices?.[1] === undefined ? [] : [match.indices[1]]))
          .filter(([start, end]) => parseVersion(file.text.slice(start, end)) !== undefined);
        const versions = spans.map(([start, end]) => file.text.slice(start, end));
        for (const [start, end] of spans) {
          const spelling = seriesOrText(file.text.slice(start, end), 2);
          yield slotAt(file, start, end, { kind, ...made(file, versions) }, spelling);
        }
      }
    },
  };
}

/** `pip install name==1.2.3` in README and documents. Bounds such as `name>=1.2` tell of the past, and are left out. */
export const installPins = searching(
  'install-pin',
  ({ name }) =>
    name === ''
      ? undefined
      : String.raw`\b(?:install|add|run|--with|--from)\b[^\n]{0,80}?[\s"'\x60]${namePattern(name)}(?:\[[\w,-]*\])?==(${VERSION})(?![\w.*])`,
  // Elsewhere, and where there are several, an old version may be shown on purpose: for an old Python, to tell a bug.
  ({ path }, versions) => ({
    policy: documentPolicy(path),
    sure: /(^|\/)readme\b[^/]*$/i.test(path) && new Set(versions).size === 1,
    what: 'the version in an install line',
  }),
);

/** `rev:` of a pre-commit configuration under this project's own repository, as README and documents show it. */
export const preCommitRevs = searching(
  'pre-commit-rev',
  ({ repositories }) =>
    repositories.length === 0
      ? undefined
      : String.raw`\brepo:[ \t]*["']?https?://(?:${repositoryPattern(repositories)})(?:-pre-commit|-pre-commit-mirror)?(?:\.git)?/?["']?[ \t]*(?:#[^\n]*)?\n(?:[ \t]*#[^\n]*\n)?[ \t]*rev:[ \t]*["']?(${VERSION})(?![\w.])`,
  ({ path }) => ({
    policy: documentPolicy(path),
    sure: true,
    what: '`rev` of this project’s own hooks',
  }),
);

/** `:Version: 1.2.3 (codename)` among the fields at the top of a README or of a text that it includes. */
export const versionFields = searching(
  'version-field',
  () => String.raw`^:version:[ \t]+(${VERSION})(?![\w.])`,
  ({ path }) => ({
    policy: documentPolicy(path),
    sure: /(^|\/)(readme\b[^/]*|includes\/[^/]+)$/i.test(path),
    what: 'the field `:Version:`',
  }),
);

/** `img.shields.io/badge/version-1.2.3-blue`: a badge that someone has to keep up to date. */
export const badges = searching(
  'badge',
  () => String.raw`img\.shields\.io/badge/(?:version|release|pypi)-(${VERSION})-[a-z]`,
  ({ path }) => ({ policy: documentPolicy(path), sure: false, what: 'the version in a badge' }),
);

/** `uses: owner/name@v1.2.3` of this project's own action. A moving `v1` names a series. */
export const usesLines = searching(
  'uses',
  ({ repositories }) => {
    const own = repositories
      .filter(({ host }) => host === 'github.com')
      .map(({ path }) => escaped(path));
    return own.length === 0
      ? undefined
      : String.raw`\buses:[ \t]*["']?(?:${own.join('|')})(?:/[\w./-]+)?@(v?\d+(?:\.\d+)*)(?![\w.])`;
  },
  ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the version of this project’s own action',
  }),
);

/** Archives and installs straight from this project's repository: `/archive/v1.2.3.zip`, `git+https://…@1.2.3`. */
export const repositoryLinks = searching(
  'repository-link',
  ({ repositories }) =>
    repositories.length === 0
      ? undefined
      : String.raw`(?:${repositoryPattern(repositories)})(?:\.git@|/archive/(?:refs/tags/)?|/releases/download/)(${VERSION})(?=[/\s"'\x60)#]|\.(?:zip|tar\.gz))`,
  ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the version in an address of this project’s repository',
  }),
);

/** `ghcr.io/owner/name:1.2.3` of this project's repository. */
export const containerTags = searching(
  'container',
  ({ repositories }) => {
    const own = repositories.map(({ path }) => escaped(path));
    return own.length === 0
      ? undefined
      : String.raw`\b(?:ghcr\.io/|docker\.io/|registry\.gitlab\.com/)(?:${own.join('|')})(?:/[\w./-]+)?:(${VERSION})(?![\w.])`;
  },
  ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the tag of this project’s container image',
  }),
);
