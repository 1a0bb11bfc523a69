import { fileName, normalizedName } from './names.ts';
import { compareVersions, parseVersion, type Version } from './pep440.ts';

/** How a project writes versions into its tags. */
export interface TagShape {
  /** For people and for the `tag-format` option: `v{version}`, `hatch-v{version}`, `rel_{version}`. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What stands between the numbers: `_` in `rel_2_0_52`. */
  readonly separator: '.' | '_';
}

/** A tag of this project's shape. */
export interface VersionTag {
  readonly name: string;
  /** The version's text, with dots. */
  readonly text: string;
  readonly version: Version;
}

/** The tags of a repository, sorted out for one project. */
export interface TagSurvey {
  /** Undefined where no tag holds a version and no format was given. */
  readonly shape: TagShape | undefined;
  /** `format`: the user gave it. `tags`: all agree, or nearly. `guess`: two shapes have about as good a claim. */
  readonly from: 'format' | 'tags' | 'guess' | 'nothing';
  /** Newest version first. */
  readonly tags: readonly VersionTag[];
  /** Everything else: other packages' tags, other shapes, branch-like names such as `8.1.x`. No fault in themselves. */
  readonly strangers: readonly string[];
}

/** Reads a `tag-format` such as `v{version}`; a text says what is wrong with it. */
export function parseTagFormat(
  format: string,
):
  | { readonly ok: true; readonly shape: TagShape }
  | { readonly ok: false; readonly message: string } {
  const [prefix = '', suffix, ...more] = format.split('{version}');
  if (suffix === undefined || more.length > 0)
    return {
      ok: false,
      message: `Unexpected tag format \`${format}\`, expected \`{version}\` in it once`,
    };
  return { ok: true, shape: { format, prefix, suffix, separator: '.' } };
}

/** The version in a tag of this shape, with dots; undefined where the tag has another shape or holds no version. */
export function versionOfTag(tag: string, shape: TagShape): string | undefined {
  const { prefix, suffix, separator } = shape;
  if (!tag.startsWith(prefix) || !tag.endsWith(suffix)) return undefined;
  if (tag.length < prefix.length + suffix.length) return undefined;
  const inner = tag.slice(prefix.length, tag.length - suffix.length);
  const text = separator === '_' ? inner.replaceAll('_', '.') : inner;
  // PEP 440 would take a `v` and white space here; the shape says where the `v` is.
  return /^\d/.test(text) && parseVersion(text) !== undefined ? text : undefined;
}

/** The tag for a version: `2.0.52` is `rel_2_0_52` in the shape `rel_{version}` with underscores. */
export const tagFor = (version: string, { prefix, suffix, separator }: TagShape): string =>
  `${prefix}${separator === '_' ? version.replaceAll('.', '_') : version}${suffix}`;

/**
 * True where a tag begins with the project's name, in any of its spellings: in a repository of several projects only
 * such tags are surely one's own.
 */
export const tagBearsName = (tag: string, name: string): boolean =>
  [name, normalizedName(name), fileName(name)].some(
    (spelling) =>
      spelling !== '' &&
      tag.toLowerCase().startsWith(spelling.toLowerCase()) &&
      /^(?:[-_/@v]|==)/.test(tag.slice(spelling.length)),
  );

interface Group {
  readonly shape: TagShape;
  readonly tags: VersionTag[];
}

/**
 * Sorts out the tags of a repository for the project of this name. With a user's format, that decides; its
 * separator is the one that its tags use. Order does not matter, and the newest tag by date is not looked for:
 * patches of an old series are tagged after releases of a newer one.
 */
export function surveyTags(tags: readonly string[], name: string, format?: TagShape): TagSurvey {
  if (format !== undefined) return bySeparator(tags, format);
  const groups = groupTags(tags);
  const chosen = choose(groups, normalizedName(name), tags.length);
  if (chosen === undefined) return { shape: undefined, from: 'nothing', tags: [], strangers: tags };
  return survey(tags, chosen.group.shape, chosen.sure ? 'tags' : 'guess');
}

function bySeparator(tags: readonly string[], format: TagShape): TagSurvey {
  const dotted = survey(tags, format, 'format');
  const underscored = survey(tags, { ...format, separator: '_' }, 'format');
  return underscored.tags.length > dotted.tags.length ? underscored : dotted;
}

function survey(tags: readonly string[], shape: TagShape, from: TagSurvey['from']): TagSurvey {
  const own: VersionTag[] = [];
  const strangers: string[] = [];
  for (const tag of tags) {
    const text = versionOfTag(tag, shape);
    const version = text === undefined ? undefined : parseVersion(text);
    if (text === undefined || version === undefined) strangers.push(tag);
    else own.push({ name: tag, text, version });
  }
  return { shape, from, tags: own.toSorted(newestFirst), strangers };
}

const newestFirst = (a: VersionTag, b: VersionTag): number => compareVersions(b.version, a.version);

/** Every tag that ends in a version, by what stands before it. */
function groupTags(tags: readonly string[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const name of tags) {
    const found = split(name);
    if (found === undefined) continue;
    const { prefix, separator, text, version } = found;
    const key = `${separator}${prefix}`;
    const shape = { format: `${prefix}{version}`, prefix, suffix: '', separator };
    const group = groups.get(key) ?? { shape, tags: [] };
    group.tags.push({ name, text, version });
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    tags: group.tags.toSorted(newestFirst),
  }));
}

/** Tags longer than this hold no version, and are not searched for one. */
const LONGEST = 200;

/** The first place in a tag from which the rest is a version: at its start, or behind a sign, and behind a `v` there. */
function split(
  tag: string,
): { prefix: string; separator: '.' | '_'; text: string; version: Version } | undefined {
  if (tag.length > LONGEST) return undefined;
  for (const { index, 0: start } of tag.matchAll(/(?<![a-z0-9])v?(?=\d)/gi)) {
    const prefix = tag.slice(0, index + start.length);
    const rest = tag.slice(prefix.length);
    const separator = /^\d+_\d/.test(rest) ? '_' : '.';
    const text = separator === '_' ? rest.replaceAll('_', '.') : rest;
    const version = parseVersion(text);
    if (version !== undefined) return { prefix, separator, text, version };
  }
  return undefined;
}

/** Words before a version that name no package. */
const NEUTRAL = new Set([
  '',
  'v',
  'rel',
  'release',
  'releases',
  'ver',
  'version',
  'r',
  'tag',
  'tags',
]);

/** What a prefix names: the package of `hatch-v`, `name==`, `@scope/name@`; empty for `v` and its like. */
function packageOf(prefix: string): string {
  const words = normalizedName(prefix.replace(/[^a-z0-9._-]+/gi, '-').replace(/v$/i, ''));
  const bare = words.replace(/^-+|-+$/g, '');
  return NEUTRAL.has(bare) ? '' : bare;
}

function choose(
  groups: readonly Group[],
  name: string,
  total: number,
): { readonly group: Group; readonly sure: boolean } | undefined {
  const named = groups.filter(({ shape }) => isNameOf(packageOf(shape.prefix), name));
  const neutral = groups.filter(({ shape }) => packageOf(shape.prefix) === '');
  const foreign = groups.length - named.length - neutral.length;
  // Where several packages share the tags, the one that bears this project's name is its own.
  const mine = named.length > 0 && foreign > 0 ? named : [...named, ...neutral];
  const eligible = mine.length > 0 ? mine : groups;
  const byVersion = eligible.toSorted((a, b) => newest(a, b));
  const common = byVersion.find(({ tags }) => tags.length > 1 || tags.length * 10 >= total);
  const group = common ?? byVersion[0];
  if (group === undefined) return undefined;
  // A lone tag of another shape with a greater version may be a slip, or the first of a new way.
  const sure = byVersion[0] === group && (mine.length > 0 || groups.length === 1);
  return { group, sure };
}

function newest(a: Group, b: Group): number {
  const [first, second] = [a.tags[0], b.tags[0]];
  return first === undefined || second === undefined ? 0 : newestFirst(first, second);
}

/** `hatch` for hatch; `core` for pydantic-core too, as monorepos shorten it. */
const isNameOf = (word: string, name: string): boolean =>
  word !== '' && (word === name || name.endsWith(`-${word}`) || word.endsWith(`-${name}`));

/** The greatest version tag below a version, as the one that it follows; undefined where there is none. */
export const precedingTag = (
  tags: readonly VersionTag[],
  version: Version,
): VersionTag | undefined =>
  tags.toSorted(newestFirst).find((tag) => compareVersions(tag.version, version) < 0);
