import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pythonWith } from '@pymaint/testing';
import fc from 'fast-check';
import GithubSlugger, { slug as githubSlug } from 'github-slugger';
import { beforeAll, describe, expect, it } from 'vitest';
import { headingIds, slug, type SlugRule } from './slugs.ts';

/** The real implementations, over JSON: [rule, titles] in, slugs and unique ids out. */
const ORACLE = `
import json, re, sys
import unicodedata
from docutils.nodes import make_id
from markdown.extensions.toc import slugify, slugify_unicode, unique
from myst_parser.slugs import github_slugify, gitlab_slugify, unique_slug
from pymdownx.slugs import slugify as pymdownx
from sphinx.util.nodes import _make_id
rules = {
    'gitlab': gitlab_slugify, 'myst': github_slugify, 'docutils': make_id, 'sphinx': _make_id,
    'python-markdown': lambda t: slugify(t, '-'),
    'python-markdown-unicode': lambda t: slugify_unicode(t, '-'),
    'pymdownx': lambda t: pymdownx(case='lower')(t, '-'),
}
def ids(rule, slugs):
    used, made = set(), []
    for s in slugs:
        if rule == 'myst':
            s = unique_slug(s, used) if s else ''
            used.add(s)
        else:
            s = unique(s, used)
        made.append(s)
    return made
print(json.dumps([[rules[r](t) for t in ts] if kind == 'slug' else ids(r, [rules[r](t) for t in ts])
                  for kind, r, ts in json.load(sys.stdin)]))
`;

type Question = readonly ['slug' | 'ids', SlugRule, readonly string[]];
let python = '';

beforeAll(async () => {
  python = await pythonWith(
    'docutils==0.22.4',
    'markdown==3.11.3',
    'myst-parser==5.2.0',
    'pymdown-extensions==13.1',
    'sphinx==9.0.4',
  );
}, 300_000);

async function ask(questions: readonly Question[]): Promise<readonly (readonly string[])[]> {
  const child = promisify(execFile)(python, ['-c', ORACLE], { maxBuffer: 1 << 28 });
  child.child.stdin?.end(JSON.stringify(questions));
  return JSON.parse((await child).stdout) as readonly (readonly string[])[];
}

const TITLES = [
  'Hello, World!',
  'What’s *new* in 1.0?',
  '  spaces   within ',
  'a_b-c.d (e)',
  '1. First',
  '2026-01-02 – Release',
  'ß æ œ Łódź Ørsted ﬁne',
  'Ελληνικός ΤΕΛΟΣ',
  '中文 标题',
  'é e\u0301 ² ½ Ⅳ ᾳ',
  'ไทย हिन्दी',
  '🎉 Party 👩‍💻',
  '--option / -o',
  '__init__.py',
  '...',
  '',
  '42',
  'a\tb\nc\u00a0d\u2003e',
  'İstanbul',
];

const RULES = [
  'gitlab',
  'myst',
  'docutils',
  'sphinx',
  'python-markdown',
  'python-markdown-unicode',
  'pymdownx',
] as const;

// Characters that any Unicode of the last ten years knows: versions differ between Python and JavaScript.
const title = fc.string({
  unit: fc.constantFrom(...Array.from('aZ09 _-.,:()/é²½ßĲ中文Σς\u0301\t\u00a0ﬁ\u{1f389}ｱ')),
  maxLength: 12,
});
const sample = fc.sample(title, { numRuns: 2000, seed: 7 });

describe('slug', () => {
  it('agrees with the real implementations in Python on known and random titles', async () => {
    const titles = [...TITLES, ...sample];
    const answers = await ask(RULES.map((rule) => ['slug', rule, titles]));
    for (const [index, rule] of RULES.entries())
      expect({ rule, slugs: titles.map((text) => slug(rule, text)) }).toEqual({
        rule,
        slugs: answers[index],
      });
  });

  it('agrees with github-slugger on known and random titles', () => {
    const titles = [...TITLES, ...sample];
    expect(titles.map((text) => slug('github', text))).toEqual(
      titles.map((text) => githubSlug(text)),
    );
  });

  // Whole blocks that Unicode gave no letters after github-slugger's table was made (Unicode 13).
  it.each([
    ['European, Arabic and Hebrew scripts', 0x20, 0x870],
    ['Greek extended, punctuation and symbols', 0x1e00, 0x2c00],
    ['Chinese, Japanese and Yi', 0x3000, 0x9ff0],
    ['Korean', 0xac00, 0xd800],
    ['compatibility forms and half widths', 0xf900, 0xffff],
  ])('agrees with github-slugger on every character of %s', (_, first, last) => {
    const all = Array.from({ length: last - first }, (_, index) =>
      String.fromCodePoint(first + index),
    );
    const characters = all.filter((character) => /\p{Assigned}/u.test(character));
    expect(characters.filter((it) => slug('github', it) !== githubSlug(it))).toEqual([]);
  });
});

describe('headingIds', () => {
  const pages = [
    ['Usage', 'Usage', 'Usage', 'usage 1', 'Usage-1'],
    ['x', 'x_1', 'x', 'x_1', 'x'],
    ['...', '!!!', 'a', '...'],
    ...fc.sample(fc.array(fc.constantFrom('a', 'A', 'a 1', 'a_1', 'a-1', '', 'b_2', 'b_1', 'b')), {
      numRuns: 300,
      seed: 7,
    }),
  ];
  const headings = (titles: readonly string[]) => titles.map((text) => ({ text, ids: [] }));

  it.each(['myst', 'python-markdown'] as const)('keeps titles apart as %s does', async (rule) => {
    const answers = await ask(pages.map((titles) => ['ids', rule, titles]));
    expect(pages.map((titles) => headingIds(rule, headings(titles)))).toEqual(answers);
  });

  it('keeps titles apart as GitHub does', () => {
    const real = (titles: readonly string[]) => {
      const slugger = new GithubSlugger();
      return titles.map((text) => slugger.slug(text));
    };
    expect(pages.map((titles) => headingIds('github', headings(titles)))).toEqual(pages.map(real));
  });

  it('takes `id1` for what docutils cannot name, and an id written by hand first', () => {
    expect(headingIds('docutils', headings(['A', 'a', '中文', 'B']))).toEqual([
      'a',
      'id1',
      'id2',
      'b',
    ]);
    expect(
      headingIds('python-markdown', [
        { text: 'a', ids: [] },
        { text: 'Other', ids: ['a'] },
      ]),
    ).toEqual(['a_1', 'a']);
  });

  it('is linear in the number of equal titles', () => {
    const many = headings(Array.from({ length: 50_000 }, () => 'same'));
    for (const rule of ['github', 'python-markdown', 'docutils'] as const)
      expect(headingIds(rule, many).length).toBe(50_000);
  });
});
