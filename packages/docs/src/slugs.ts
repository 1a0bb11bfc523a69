/**
 * How renderers make ids of section titles. Nobody agrees:
 * - `github`: GitHub (html-pipeline's toc_filter.rb: Ruby's `\p{Word}`, hyphens and spaces stay);
 * - `gitlab`: GitLab (`Gitlab::Utils::Markdown`), as myst-parser's preset gives it;
 * - `myst`: myst-parser's default, close to GitHub's, with Python's `\w`;
 * - `python-markdown`: the `toc` extension of Python-Markdown, hence MkDocs;
 * - `python-markdown-unicode`: the same with `slugify_unicode`;
 * - `pymdownx`: `pymdownx.slugs.slugify(case="lower")`, which many Material sites choose;
 * - `jupyter`: what JupyterLab and nbconvert make (`nbconvert.filters.add_anchor`): equal titles share one id;
 * - `docutils`: `docutils.nodes.make_id`;
 * - `sphinx`: `sphinx.util.nodes._make_id`, which Sphinx's domains use for objects and terms.
 */
export type SlugRule =
  | 'github'
  | 'gitlab'
  | 'myst'
  | 'python-markdown'
  | 'python-markdown-unicode'
  | 'pymdownx'
  | 'jupyter'
  | 'docutils'
  | 'sphinx';

/** What {@link headingIds} needs of a heading. */
export interface Sluggable {
  readonly text: string;
  /** Ids written by hand; the first one takes the place of the slug. */
  readonly ids: readonly string[];
}

/** The id of one title, before anything is done about a second title of the same text. May be empty. */
export const slug = (rule: SlugRule, text: string): string => RULES[rule](text);

/**
 * The ids of all titles of one page, in order, as the renderer keeps them apart: GitHub and MyST add `-1`,
 * Python-Markdown `_1`, docutils and Sphinx take `id1` instead. An empty string is a title without an id.
 * Docutils counts `id1` over all nameless elements of a page, so those are sure only where nothing else is.
 */
export function headingIds(rule: SlugRule, headings: readonly Sluggable[]): readonly string[] {
  const used = new Map<string, number>();
  for (const { ids } of headings) for (const id of ids) used.set(id, 0);
  const unique = UNIQUE[rule];
  return headings.map(({ text, ids }) => ids[0] ?? unique(slug(rule, text), used));
}

type Unique = (id: string, used: Map<string, number>) => string;

/** `x`, `x-1`, `x-2`: the number is counted for each base (github-slugger, myst-parser's `unique_slug`). */
const withHyphen: Unique = (id, used) => {
  let count = used.get(id);
  if (count === undefined) {
    used.set(id, 0);
    return id;
  }
  let made: string;
  do made = `${id}-${++count}`;
  while (used.has(made));
  used.set(id, count).set(made, 0);
  return made;
};

/** MyST gives an empty slug no anchor at all. */
const mystUnique: Unique = (id, used) => (id === '' ? '' : withHyphen(id, used));

/** `x`, `x_1`; a title that ends in `_1` goes on counting from there (`markdown.extensions.toc.unique`). */
const withUnderscore: Unique = (id, used) => {
  let made = id;
  if (id === '' || used.has(id)) {
    const match = /^(.*)_(\d+)$/su.exec(id);
    const base = match?.[1] ?? id;
    let count = Math.max(Number(match?.[2] ?? 0), used.get(`${base}\n`) ?? 0);
    do made = `${base}_${++count}`;
    while (used.has(made));
    if (match === null) used.set(`${base}\n`, count);
  }
  used.set(made, 0);
  return made;
};

/** A name that is taken or empty gives `id1`, `id2`… (`docutils.nodes.document.set_id`, Sphinx's prefix). */
const withSerial: Unique = (id, used) => {
  let made = id;
  let count = used.get('\n') ?? 0;
  while (made === '' || used.has(made)) made = `id${++count}`;
  used.set('\n', count).set(made, 0);
  return made;
};

const UNIQUE: Readonly<Record<SlugRule, Unique>> = {
  github: withHyphen,
  gitlab: withHyphen,
  myst: mystUnique,
  'python-markdown': withUnderscore,
  'python-markdown-unicode': withUnderscore,
  pymdownx: withUnderscore,
  jupyter: (id) => id,
  docutils: withSerial,
  sphinx: withSerial,
};

const RULES: Readonly<Record<SlugRule, (text: string) => string>> = {
  github: (text) =>
    text
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-'),
  gitlab(text) {
    const made = pythonStrip(text).toLowerCase().replace(NOT_PYTHON_WORD, '').replaceAll(' ', '-');
    const squeezed = made.replace(/-{2,}/g, '-');
    return /^\p{Nd}+$/u.test(squeezed) ? `anchor-${squeezed}` : squeezed;
  },
  myst: (text) => text.toLowerCase().replaceAll(' ', '-').replace(NOT_PYTHON_WORD, ''),
  'python-markdown': (text) => pythonMarkdown(ascii(text)),
  'python-markdown-unicode': pythonMarkdown,
  pymdownx: (text) =>
    pythonStrip(text.normalize('NFC').toLowerCase())
      .replace(NOT_PYTHON_WORD, '')
      .replaceAll(' ', '-'),
  jupyter: (text) => text.replaceAll(' ', '-'),
  docutils: (text) =>
    trimDocutils(ascii(transliterate(text.toLowerCase())).replace(/[^a-z0-9]+/g, '-'), /[a-z]/),
  sphinx: (text) =>
    trimDocutils(ascii(transliterate(text)).replace(/[^a-zA-Z0-9._]+/g, '-'), /[a-zA-Z]/),
};

// Python's `\w` is what `str.isalnum` says, and the underscore: marks do not belong to it.
const NOT_PYTHON_WORD = /[^\p{L}\p{N}_\- ]/gu;

// What `str.isspace` knows and JavaScript's `\s` does not: the four separators; and the other way round U+FEFF.
const PYTHON_SPACE =
  '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING = new RegExp(`^${PYTHON_SPACE}+`, 'u');
const SPACE = new RegExp(PYTHON_SPACE, 'u');

/** `str.strip()`; the end by hand, for a pattern of `+$` is quadratic. */
function pythonStrip(text: string): string {
  let end = text.length;
  while (end > 0 && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(LEADING, '');
}

const NOT_WORD_OR_SPACE = new RegExp(`[^\\p{L}\\p{N}_${PYTHON_SPACE.slice(1, -1)}-]`, 'gu');
const HYPHENS_OR_SPACES = new RegExp(`[-${PYTHON_SPACE.slice(1, -1)}]+`, 'gu');

function pythonMarkdown(text: string): string {
  const kept = text.replace(NOT_WORD_OR_SPACE, '');
  return pythonStrip(kept).toLowerCase().replace(HYPHENS_OR_SPACES, '-');
}

/** `unicodedata.normalize('NFKD', text).encode('ascii', 'ignore')`. */
const ascii = (text: string): string => text.normalize('NFKD').replace(/[^\0-\x7f]+/gu, '');

/** Without what may not start an id, and without hyphens at the end. */
function trimDocutils(id: string, letter: RegExp): string {
  const start = id.search(letter);
  if (start < 0) return '';
  return id.endsWith('-') ? id.slice(start, -1) : id.slice(start);
}

const transliterate = (text: string): string =>
  text.replace(/[^\0-\x7f]/gu, (letter) => LETTERS.get(letter) ?? letter);

// docutils.nodes `_non_id_translate_digraphs` and `_non_id_translate`, each letter before what it becomes.
const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    'ßsz æae œoe ȸdb ȹqp øo đd ħh ıi łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ƶz ǥg ' +
    'ȥz ȴl ȵn ȶt ȷj ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);
