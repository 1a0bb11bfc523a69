import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../markdown/markdown.ts';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import type { DocsProject } from './project.ts';
import { excerptedFiles } from './check-excerpts.ts';
import { resolveSphinx } from './resolve.ts';

const CODE = 'def work():\n    pass\n\ndef wrong():\n    pass\n';

/** What is said of a page, with the rule's name taken off. */
function found(
  text: string,
  code: string | null,
  more: Partial<DocsProject> = {},
): readonly string[] {
  const isMyst = text.includes('```');
  const findings = resolveSphinx({
    sourceFolder: 'docs',
    conf: { ...sphinxConf('docs/conf.py', isMyst ? 'extensions = ["myst_parser"]' : '') },
    documents: [
      isMyst
        ? readMarkdown('docs/index.md', text, { flavour: 'myst' })
        : readRst('docs/index.rst', text),
    ],
    hasFile: () => true,
    otherLabels: new Set(),
    texts: new Map([['code.py', code]]),
    ...more,
  });
  return findings
    .filter(({ rule }) => rule === 'docs/missing-excerpt')
    .map(({ level, message, place }) => `${level} ${place.line}:${place.column} ${message}`);
}

describe('parts of files', () => {
  it('names what may have been meant', () => {
    expect(found('.. literalinclude:: ../code.py\n   :pyobject: wrk\n', CODE)).toEqual([
      'error 2:15 Unexpected `:pyobject: wrk` of `code.py`, expected a class or function that the file defines; did you mean `work`?',
    ]);
  });

  it('is judged in MyST', () => {
    const block = (options: string): string =>
      `\`\`\`{literalinclude} ../code.py\n${options}\n\`\`\`\n`;
    expect(found(block(':start-after: nothing'), CODE)).toEqual([
      'error 2:15 Unexpected `:start-after: nothing` of `code.py`, expected a text that a line of the file holds',
    ]);
    expect(found(block(':start-after: work'), CODE)).toEqual([]);
  });

  it('is in doubt where a step of the build may make the file anew', () => {
    const [first] = found('.. literalinclude:: ../code.py\n   :lines: 9\n', CODE, {
      isIgnored: (path) => path === 'code.py',
    });
    expect(first).toBe(
      'notice 2:12 Unexpected `:lines: 9` of `code.py`, expected lines that are there; there are 5; not sure: git ignores the file, so a step of the build may make it anew',
    );
  });

  it('is not known of a text that was not read, nor of an encoding but UTF-8', () => {
    const lines = '.. literalinclude:: ../code.py\n   :lines: 9\n';
    expect(found(lines, CODE, { texts: new Map() })).toEqual([]);
    expect(found(lines, null)).toEqual([]);
    expect(found(`${lines}   :encoding: cp1252\n`, null)).toEqual([]);
    expect(found(`${lines}   :encoding: utf-8\n`, null)).toEqual([
      'error 3:15 Unexpected `:encoding: utf-8` of `code.py`, expected the encoding of the file, which is not UTF-8',
    ]);
  });

  it('is left alone over several lines, with a tab, and in a template', () => {
    const after = (value: string): readonly string[] =>
      found(`.. literalinclude:: ../code.py\n   :start-after: ${value}\n`, CODE);
    expect(['a\n      b', 'a\tb', '{{ name }}'].flatMap(after)).toEqual([]);
    expect(after('a b')).toHaveLength(1);
  });

  it('asks for the files of which a part is taken alone', () => {
    const document = readRst(
      'docs/a/index.rst',
      '.. literalinclude:: ../code.py\n\n.. include:: /x.txt\n   :start-line: 1\n\n.. include:: y.txt\n   :end-before: z\n',
    );
    expect([...excerptedFiles({ sourceFolder: 'docs', documents: [document] })]).toEqual([
      'docs/x.txt',
      'docs/a/y.txt',
    ]);
  });
});
