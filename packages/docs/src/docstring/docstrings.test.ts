import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lineIndex } from '@pymaint/core';
import { unpackedSdist } from '@pymaint/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docstringText, readDocstrings } from './docstrings.ts';
import { scanDocstrings } from './scan.ts';

/** Python's own parser: [kind, name, cleaned text without trailing spaces, line] of each docstring. */
const ORACLE = String.raw`
import ast, inspect, json, re, sys, warnings
warnings.simplefilter('ignore')
KINDS = {ast.Module: 'module', ast.ClassDef: 'class', ast.FunctionDef: 'function', ast.AsyncFunctionDef: 'function'}
def clean(text):
    text = re.sub(r'\r\n?', '\n', text)
    return '\n'.join(l.rstrip() for l in inspect.cleandoc(text).split('\n')).strip()
def walk(node, name, found):
    for child in ast.iter_child_nodes(node):
        kind = KINDS.get(type(child))
        inner = name
        if kind:
            inner = f'{name}.{child.name}' if name else child.name
            note(child, kind, inner, found)
        walk(child, inner, found)
def note(node, kind, name, found):
    raw = ast.get_docstring(node, clean=False)
    if raw is not None:
        found.append([node.body[0].lineno, kind, name, clean(raw)])
answers = []
for path in json.load(sys.stdin):
    try:
        tree = ast.parse(open(path, 'rb').read())
    except (SyntaxError, ValueError):
        answers.append(None)
        continue
    found = []
    note(tree, 'module', '', found)
    walk(tree, '', found)
    answers.append(sorted(found))
json.dump(answers, sys.stdout)
`;

type Answer = readonly (readonly [number, string, string, string])[] | null;

async function ask(paths: readonly string[]): Promise<readonly Answer[]> {
  const running = promisify(execFile)('python3', ['-c', ORACLE], { maxBuffer: 1 << 28 });
  running.child.stdin?.end(JSON.stringify(paths));
  return JSON.parse((await running).stdout) as readonly Answer[];
}

/** Python expands tabs, which here stay what they are so that places stay true. */
const sameTabs = (text: string, tabs: boolean): string =>
  tabs ? text.replace(/[ \t]+/g, ' ') : text;

const PROJECTS = ['attrs', 'click', 'hypothesis', 'networkx', 'numpy', 'scrapy', 'setuptools'];

describe('scanDocstrings', () => {
  it.each(PROJECTS)(
    'finds in all sources of %s what Python finds, cleaned as inspect does',
    async (name) => {
      const root = await unpackedSdist(name);
      const paths = (await readdir(root, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
        .map((entry) => join(entry.parentPath, entry.name));
      const answers = await ask(paths);
      let compared = 0;
      for (const [index, path] of paths.entries()) {
        const theirs = answers[index];
        const text = await readFile(path, 'utf8');
        // `\N{…}` needs Python's table of names.
        if (theirs === null || theirs === undefined || /\\N\{|\ufffd/.test(text)) continue;
        const lines = lineIndex(path, text);
        const ours = scanDocstrings(text)
          .filter(({ kind }) => kind !== 'attribute' && kind !== 'comment')
          .map((found) => {
            const { line } = lines.place(found.parts[0]?.start ?? 0);
            return [line, found.kind, found.name, docstringText(text, found).text.trim()] as const;
          });
        const tabs = ours.map(([, , , cleaned]) => cleaned.includes('\t'));
        const comparable = (all: Exclude<Answer, null>) =>
          all.map(([line, kind, inner, cleaned], n) => [
            line,
            kind,
            inner,
            sameTabs(cleaned, tabs[n] === true),
          ]);
        expect({ path, found: comparable(ours) }).toEqual({ path, found: comparable(theirs) });
        compared += theirs.length;
      }
      expect(compared).toBeGreaterThan(50);
    },
  );

  it('finds what describes attributes: strings below, comments above and behind', () => {
    const text =
      '#: a b\n#: c\nx = 1\ny: int = 2  #: d\n"""e"""\nz = 3\n\n"f"\nclass A:\n    #: g\n    h = "i"\n\n    def j(self):\n' +
      '        self.k = 4  #: l\n        m = 5  #: no\n        "no"\n';
    expect(
      scanDocstrings(text).map((it) => [it.kind, it.name, docstringText(text, it).text]),
    ).toEqual([
      ['comment', 'x', 'a b\nc'],
      ['comment', 'y', 'd'],
      ['attribute', 'y', 'e'],
      ['attribute', 'z', 'f'],
      ['comment', 'A.h', 'g'],
      ['comment', 'A.k', 'l'],
    ]);
  });

  it.each([
    ['an f-string', 'f"a"\n'],
    ['bytes', 'b"a"\n'],
    ['part of an expression', '"a" + b\n'],
    ['a call', '"a".join(b)\n'],
    ['behind a statement', 'import a\n"b"\n'],
    ['in a condition', 'if a:\n    "b"\n'],
    ['within brackets', 'a = (\n"b"\n)\n'],
  ])('finds no docstring in what is %s', (_, text) => {
    expect(scanDocstrings(text)).toEqual([]);
  });

  it('never throws, and stays within the text', () => {
    const tokens = [
      '"""',
      "'''",
      '"',
      "'",
      '\\',
      '\n',
      '\r\n',
      'def f(',
      '):',
      'class A:',
      '    ',
      '#: x',
      'f"{',
      '}',
      'x = ',
      'r"',
      '(',
      ';',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        for (const { document } of readDocstrings('x.py', text)) {
          const place = document.lines().range(0, document.text.length);
          expect(document.lines().offset(place.line, place.column)).toBeLessThanOrEqual(
            document.text.length,
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '"',
    '"""',
    "f'{",
    '(',
    'def f(',
    'class A:\n',
    ' ',
    '\\',
    '#:\n',
    'x = 1\n"a"\n',
    '    def f():\n"""x',
  ])('takes linear time for %j again and again', (unit) => {
    const start = performance.now();
    scanDocstrings(unit.repeat(Math.ceil(300_000 / unit.length)));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('readDocstrings', () => {
  it('reads reStructuredText at its place in the file', () => {
    const text =
      'class A:\n    def f(self):\n        """Title.\n\n        .. _a b:\n\n        See :ref:`c`\n        """\n';
    const [docstring] = readDocstrings('a.py', text);
    expect([docstring?.kind, docstring?.name]).toEqual(['function', 'A.f']);
    const { document } = docstring ?? { document: undefined };
    expect(document?.text).toBe('Title.\n\n.. _a b:\n\nSee :ref:`c`');
    expect(document?.targets).toMatchObject([{ kind: 'label', name: 'a b' }]);
    const [reference] = document?.references ?? [];
    const { start, end } = reference?.targetSpan ?? { start: 0, end: 0 };
    expect(document?.lines().range(start, end)).toEqual({
      path: 'a.py',
      line: 7,
      column: 19,
      endLine: 7,
      endColumn: 20,
    });
  });

  it.each([
    ['escapes', '"a\\n\\tb \\x41\\u00e9 :ref:`c`"', ':ref:`c`'],
    ['an escaped backquote', '"\\\\ x \\60 :ref:\\x60c`"', ':ref:\\x60c`'],
    ['adjacent literals', '"a " \':ref:`c`\'', ':ref:`c`'],
    ['a line joined', '"a \\\n:ref:`c`"', ':ref:`c`'],
    ['raw text', 'r"\\n :ref:`c`"', ':ref:`c`'],
    ['tabs', '"""a\n\t\tb\n\t\t:ref:`c`"""', ':ref:`c`'],
    ['Windows line ends', '"""a\r\n    :ref:`c`\r\n    """', ':ref:`c`'],
  ])('maps places through %s', (_, literal, written) => {
    const text = `\ndef f():\n    ${literal}\n`;
    const [docstring] = readDocstrings('a.py', text);
    const document = docstring?.document;
    const span = document?.references[0]?.span;
    const range = document?.lines().range(span?.start ?? 0, span?.end ?? 0);
    const lines = text.split(/\r\n|\n/);
    const line = lines[(range?.line ?? 1) - 1] ?? '';
    expect(line.slice((range?.column ?? 1) - 1, (range?.endColumn ?? 1) - 1)).toBe(written);
  });

  it('reads Markdown where the project writes it', () => {
    const [docstring] = readDocstrings('a.py', '"""See [a][b.C] and [d](e.md)."""', {
      markup: 'markdown',
    });
    expect(docstring?.document.references.map(({ target }) => target)).toEqual(['b.C']);
    expect(docstring?.document.links.map(({ url }) => url)).toEqual(['e.md']);
    expect(docstring?.document.format).toBe('docstring');
  });
});
