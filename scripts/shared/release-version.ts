/** A file's new text at a release. */
export type Bumped = { readonly path: string; readonly text: string };

/** A version as releases of this project bear one: three numbers, no more. */
export const isVersion = (text: string): boolean =>
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(text);

/** The major version's branch and moving tag: `releases/v1` and `v1`. */
export const lineOf = (version: string): { readonly branch: string; readonly tag: string } => {
  const tag = `v${version.split('.', 1)[0] ?? ''}`;
  return { branch: `releases/${tag}`, tag };
};

/**
 * The version in a package.json, in package-lock.json or in version.ts: that of our own packages alone, and nothing
 * else of the file.
 * @throws Error where the old version is nowhere in the file
 */
export function withVersion({ path, text }: Bumped, before: string, after: string): Bumped {
  const old = before.replaceAll('.', '\\.');
  const patterns = path.endsWith('package-lock.json')
    ? // The workspace itself, and its packages: those of the registry stand below node_modules/.
      [
        new RegExp(`^(  "version": ")${old}(")`, 'm'),
        new RegExp(
          `(^    "(?:|(?:packages|actions)/[\\w-]+)": \\{\\n(?:      "name": .*\\n)?      "version": ")${old}(")`,
          'gm',
        ),
      ]
    : [
        path.endsWith('.ts')
          ? new RegExp(`(VERSION = ')${old}(')`)
          : new RegExp(`^(  "version": ")${old}(")`, 'm'),
      ];
  const changed = patterns.reduce((now, pattern) => now.replace(pattern, `$1${after}$2`), text);
  if (changed === text) throw new Error(`${path}: Unexpected missing version ${before}`);
  return { path, text: changed };
}

/**
 * The changelog once its unreleased part is released.
 * @throws Error where it has no such part, or nothing in it
 */
export function withRelease(changelog: string, version: string, date: string): string {
  const heading = '## [Unreleased]\n';
  const [before, after] = changelog.split(heading);
  const body = after?.split(/^(?:## |\[[^\]]+\]: )/m, 1)[0] ?? '';
  if (before === undefined || after === undefined || body.trim() === '')
    throw new Error('CHANGELOG.md: Unexpected empty `## [Unreleased]`, expected what has changed');
  return `${before}${heading}\n## [${version}] - ${date}\n${after}`;
}
