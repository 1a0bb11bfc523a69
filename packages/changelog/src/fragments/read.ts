import type { Fragment, FragmentFile, FragmentScheme } from './scheme.ts';

interface Name {
  readonly issue: string | undefined;
  readonly type: string | undefined;
}

/** Reads the files of a project's fragment folders by its scheme; files elsewhere are left out. */
export function readFragments(
  scheme: FragmentScheme,
  files: readonly FragmentFile[],
): readonly Fragment[] {
  return files.flatMap((file) => {
    const folder = folderOf(scheme, file.path);
    return folder === undefined ? [] : [readFragment(scheme, file, folder)];
  });
}

/** The deepest folder of the scheme that holds the file, itself or below it. */
function folderOf({ folders }: FragmentScheme, path: string): string | undefined {
  return folders
    .filter((folder) => path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

function readFragment(scheme: FragmentScheme, file: FragmentFile, folder: string): Fragment {
  const inner = file.path.slice(folder.length + 1);
  const base = inner.slice(inner.lastIndexOf('/') + 1);
  const common = { path: file.path, text: file.text, empty: saysNothing(file.text) };
  const none = { issue: undefined, type: undefined };
  if (scheme.ignored.some((pattern) => matches(base.toLowerCase(), pattern.toLowerCase())))
    return { ...common, ...none, state: 'ignored', why: undefined };
  const dropped = (why: string): Fragment => ({ ...common, ...none, state: 'dropped', why });
  if (inner.includes('/')) return dropped(`is in a folder below \`${folder}\`, which is not read`);
  const name = readName(scheme, base);
  return typeof name === 'string'
    ? dropped(name)
    : { ...common, ...name, state: 'fragment', why: undefined };
}

/** What the name says, or why a build drops the file. */
function readName({ naming, types }: FragmentScheme, base: string): Name | string {
  const ids = types.map(({ id }) => id);
  if (naming.kind === 'towncrier') return towncrierName(base, ids);
  if (naming.kind === 'pattern') return patternName(base, naming.pattern, ids);
  return naming.suffixes.some((suffix) => base.endsWith(suffix))
    ? { issue: undefined, type: undefined }
    : `has not the suffix ${naming.suffixes.map((it) => `\`${it}\``).join(' or ')}`;
}

/** The rules of towncrier's `parse_newfragment_basename`: the last part that is a type counts, all before it is the issue. */
function towncrierName(base: string, ids: readonly string[]): Name | string {
  const parts = base.split('.');
  for (let i = parts.length - 1; i >= 1; i -= 1) {
    const type = parts[i] ?? '';
    if (!ids.includes(type)) continue;
    const issue = parts.slice(0, i).join('.').trim();
    if (issue.startsWith('+')) return { issue: undefined, type };
    return { issue: /^\d+$/.test(issue) ? issue.replace(/^0+(?=\d)/, '') : issue, type };
  }
  return `names no type, expected one of ${ids.join(', ')}`;
}

function patternName(base: string, pattern: string, ids: readonly string[]): Name | string {
  const fields: string[] = [];
  const source = pattern.split(/(\{\w+\})/).map((part) => {
    const field = /^\{(\w+)\}$/.exec(part)?.[1];
    if (field === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    fields.push(field);
    return field === 'issue'
      ? '(\\d{1,12})'
      : field === 'type'
        ? '([A-Za-z][\\w-]{0,60})'
        : '(.{1,200}?)';
  });
  const match = new RegExp(`^${source.join('')}$`).exec(base.slice(0, 300));
  if (match === null) return `has not the form \`${pattern}\``;
  const value = (name: string): string | undefined => match[fields.indexOf(name) + 1];
  const type = fields.includes('type') ? value('type') : undefined;
  if (type !== undefined && ids.length > 0 && !ids.includes(type))
    return `names no type, expected one of ${ids.join(', ')}`;
  return { issue: fields.includes('issue') ? value('issue') : undefined, type };
}

/** Python's fnmatch for one file name: `*`, `?` and literal characters. */
function matches(name: string, pattern: string): boolean {
  let star = -1;
  let resume = 0;
  let at = 0;
  let p = 0;
  while (at < name.length) {
    if (
      p < pattern.length &&
      (pattern[p] === '?' || (pattern[p] === name[at] && pattern[p] !== '*'))
    ) {
      at += 1;
      p += 1;
    } else if (pattern[p] === '*') {
      star = p;
      resume = at;
      p += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      p = star + 1;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** True where a text holds no words but comments and headings of a skeleton. */
export function saysNothing(text: string): boolean {
  let inRstComment = false;
  const lines = text.replace(/<!--[^]*?(?:-->|$)/g, '').split(/\r\n?|\n/);
  for (const line of lines) {
    if (line.trim() === '') continue;
    if (/^\.\.(?:\s|$)/.test(line) && !/^\.\. [\w-]+::/.test(line)) inRstComment = true;
    else if (inRstComment && /^\s/.test(line)) continue;
    else if (/^#{1,6}\s|^([=~^"'-])\1{2,}\s*$/.test(line)) inRstComment = false;
    else if (isTitle(lines, line)) inRstComment = false;
    else return false;
  }
  return true;
}

/** A line with an underline below it. */
function isTitle(lines: readonly string[], line: string): boolean {
  const next = lines[lines.indexOf(line) + 1];
  return next !== undefined && /^([=~^"'-])\1{2,}\s*$/.test(next);
}
