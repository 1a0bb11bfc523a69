import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith, unpackedSdist } from '@pymaint/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { knownDirectives, specOf } from '../directives/specs.ts';
import { readMarkdown } from '../markdown/markdown.ts';

/** Parses files with myst-parser's own markdown-it, and the content of directives in turn. */
const ORACLE = String.raw`
import json, re, sys, textwrap
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
request = json.load(sys.stdin)
literal, names, versions = (set(request[k]) for k in ('literal', 'names', 'versions'))
md = create_md_parser(MdParserConfig(enable_extensions=set(request['extensions'])), RendererHTML)
def clean(content):
    lines = content.split('\n')
    if lines and lines[0].startswith('---'):
        end = next((n for n, l in enumerate(lines[1:], 1) if l.startswith('---')), len(lines))
        return '\n'.join(lines[end + 1:])
    n = 0
    while n < len(lines) and lines[n].lstrip().startswith(':') and not lines[n].lstrip().startswith(':::'):
        n += 1
    return '\n'.join(lines[n:])
env = {}
def walk(tokens, found, offset, top):
    for t in tokens:
        line = t.map[0] + offset if t.map else 0
        if t.type in ('fence', 'colon_fence'):
            m = re.match(r'\{([a-zA-Z0-9][^\s{}]*)\}', t.info.strip())
            if m:
                name = m.group(1)
                found.append(f'directive {name}' + (f' {line + 1}' if top else ''))
                if name not in names:
                    inline = md.parseInline(re.sub(r'^\{\S+\}\s*' + (r'\S+' if name in versions else ''), '', t.info.strip()), env)
                    walk(inline, found, 0, False)
                if name == 'glossary':
                    for part in re.split(r'(?m)^(?=\S)', clean(t.content)):
                        term, _, definition = part.partition('\n')
                        walk(md.parse(term, env), found, 0, False)
                        walk(md.parse(textwrap.dedent(definition), env), found, 0, False)
                elif name not in literal:
                    walk(md.parse(clean(t.content), env), found, 0, False)
            elif t.type == 'fence':
                found.append(f'code {t.info.split()[0] if t.info.split() else ""}')
            else:
                walk(md.parse(t.content, env), found, 0, False)
        elif t.type == 'myst_target':
            found.append(f'target {t.content}' + (f' {line + 1}' if top else ''))
        elif t.type == 'myst_line_comment':
            found.extend('comment' for _ in range(t.map[1] - t.map[0]))
        elif t.type == 'heading_open':
            found.append(f'heading {t.tag[1]}' + (f' {line + 1}' if top else ''))
        elif t.type == 'inline':
            walk_inline(t.children, found)
def walk_inline(tokens, found):
    for t in tokens or ():
        if t.type == 'myst_role':
            found.append(f'role {t.meta["name"]} {" ".join(t.content.split())}')
        elif t.type == 'link_open':
            found.append('link')
        elif t.type == 'image':
            found.append('image')
            walk_inline([c for c in t.children or () if c.type == 'myst_role'], found)
answers = []
for text in request['texts']:
    found = []
    env.clear()
    walk(md.parse(text, env), found, 0, True)
    answers.append(sorted(found))
json.dump(answers, sys.stdout)
`;

/** Projects whose docs are MyST, with what their conf.py enables. */
const PROJECTS: readonly (readonly [string, string, readonly string[]])[] = [
  ['attrs', 'docs', ['deflist', 'colon_fence', 'smartquotes', 'replacements']],
  ['black', 'docs', ['colon_fence']],
  ['click', 'docs', []],
  ['pip', 'docs', ['deflist']],
  ['structlog', 'docs', ['colon_fence', 'smartquotes', 'deflist']],
];

/** Directives whose content is not Markdown; those that take arguments in their text are not read further. */
const NO_MARKUP =
  'code-block code sourcecode eval-rst toctree literalinclude include math image doctest testcode testoutput ' +
  'testsetup testcleanup mermaid raw pip-command-options pip-cli currentmodule highlight contents pip-usage ' +
  'pip-index-options pip-package-index-options pip-req-file-options-ref-list pip-requirements-file-options-ref-list ' +
  'pip-general-options pip-news-include towncrier-draft-entries command-output program-output module autosummary';

const known = Array.from(knownDirectives());
/** Directives whose argument is a name, and those whose argument starts with a version. */
const ARGUMENTS = {
  names: known.filter((name) => specOf(name).argument === 'text'),
  versions: known.filter((name) => specOf(name).argument === 'version'),
};

let python = '';

beforeAll(async () => {
  python = await pythonWith('myst-parser==5.2.0');
}, 300_000);

async function ask(
  texts: readonly string[],
  extensions: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const running = promisify(execFile)(python, ['-c', ORACLE], { maxBuffer: 1 << 28 });
  running.child.stdin?.end(
    JSON.stringify({ texts, extensions, literal: NO_MARKUP.split(' '), ...ARGUMENTS }),
  );
  return JSON.parse((await running).stdout) as readonly (readonly string[])[];
}

function found(text: string, extensions: readonly string[]): readonly string[] {
  const document = readMarkdown('x.md', text, { flavour: 'myst', extensions });
  const { directives, targets, references, links, files, headings, code, comments } = document;
  const line = (offset: number): string => ` ${document.lines().place(offset).line}`;
  const rst = directives
    .filter(({ name }) => name === 'eval-rst')
    .map(({ contentSpan }) => contentSpan);
  const isMarkdown = (at: number): boolean =>
    !rst.some(({ start, end }) => at >= start && at < end);
  const inside = (at: number): boolean =>
    directives.some(({ contentSpan: { start, end } }) => at >= start && at < end);
  const placed = (words: string, at: number): string => (inside(at) ? words : words + line(at));
  return [
    ...directives.map(
      ({ name, span }) => [placed(`directive ${name}`, span.start), span.start] as const,
    ),
    ...targets
      .filter(({ kind }) => kind === 'label')
      .map(({ name, span }) => [placed(`target ${name}`, span.start), span.start] as const),
    ...references
      .filter(({ kind }) => kind === 'role')
      .map(({ role, span }) => {
        const written = text.slice(span.start, span.end).replace(/^\{[^}]*\}/, '');
        const ticks = /^`+/.exec(written)?.[0].length ?? 0;
        return [
          `role ${role} ${written.slice(ticks, -ticks).replace(/\s+/g, ' ').trim()}`,
          span.start,
        ] as const;
      }),
    ...links
      .filter(({ syntax }) => !['attribute', 'definition', 'option', 'toctree'].includes(syntax))
      .map(({ span }) => ['link', span.start] as const),
    ...references
      .filter(
        ({ kind, target, span }) =>
          kind === 'named' && isDefined(targets, target) && text.charAt(span.start) !== '!',
      )
      .map(({ span }) => ['link', span.start] as const),
    ...files
      .filter(({ kind, span }) => kind === 'image' && text.charAt(span.start) === '!')
      .map(({ span }) => ['image', span.start] as const),
    ...headings.map(
      ({ level, span }) => [placed(`heading ${level}`, span.start), span.start] as const,
    ),
    ...code
      .filter(({ origin }) => origin === 'fence')
      .map(({ language, span }) => [`code ${language}`, span.start] as const),
    ...comments
      .filter(({ span }) => text.charAt(span.start) === '%')
      .map(({ span }) => ['comment', span.start] as const),
  ]
    .filter(([, at]) => isMarkdown(at))
    .map(([words]) => words)
    .toSorted();
}

const isDefined = (
  targets: readonly { readonly kind: string; readonly name: string }[],
  name: string,
): boolean =>
  targets.some(
    (target) => target.kind === 'uri' && target.name.toLowerCase() === name.toLowerCase(),
  );

describe('readMarkdown and myst-parser', () => {
  it.each(PROJECTS)('find the same in the docs of %s', async (name, folder, extensions) => {
    const root = join(await unpackedSdist(name), folder);
    const paths = (await readdir(root, { recursive: true }))
      .filter((path) => path.endsWith('.md'))
      .toSorted();
    const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
    const theirs = await ask(texts, extensions);
    expect(paths.length).toBeGreaterThan(5);
    for (const [index, path] of paths.entries())
      expect({
        file: relative(root, join(root, path)),
        found: found(texts[index] ?? '', extensions),
      }).toEqual({
        file: path,
        found: theirs[index],
      });
  });
});
