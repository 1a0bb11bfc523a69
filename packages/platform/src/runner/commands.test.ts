import fc from 'fast-check';
import { visible } from '@pymaint/core';
import { COMMANDS, readCommand } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { annotationCommand, formatCommand, type RunnerCommand } from './commands.ts';

describe('formatCommand', () => {
  it.each([
    [{ name: 'endgroup' }, '::endgroup::'],
    [{ name: 'group', data: '50% done\nnow' }, '::group::50%25 done%0Anow'],
    [{ name: 'add-mask', data: 'a\tb\u001b' }, '::add-mask::a\tb\u001b'],
    [
      {
        name: 'error',
        properties: { title: 'a:b,c%\n', line: 3, file: '', col: undefined },
        data: '::',
      },
      '::error title=a%3Ab%2Cc%25%0A,line=3::::',
    ],
    [{ name: 'notice', data: 'a\u001b[1m\rb' }, String.raw`::notice::a\x1b[1m%0Ab`],
  ] as [RunnerCommand, string][])('of %o is %s', (command, line) => {
    expect(formatCommand(command)).toBe(line);
  });

  it('is read by the runner as it was meant, whatever it holds', () => {
    const text = fc.string({
      unit: fc.constantFrom(...':|,|%|;|]|=|#|[|\n|\r|\t| |0|2|5|A|D|a|é|\u001b|\u202e'.split('|')),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, text, (data, title) => {
        const line = formatCommand({
          name: 'warning',
          properties: { title: `t${title}`, line: 1 },
          data,
        });
        expect(line).not.toMatch(/[\r\n]/);
        expect(readCommand(line, COMMANDS)).toMatchObject({
          name: 'warning',
          properties: { title: visible(`t${title}`), line: '1' },
          data: visible(data),
        });
      }),
    );
  });

  it('says an annotation', () => {
    const annotation = {
      level: 'warning',
      title: 'changelog/dated',
      message: 'Unexpected `::`, expected a date',
      file: 'docs/a,b.md',
      line: 3,
      endLine: 3,
      col: 1,
      endColumn: 9,
    } as const;
    expect(formatCommand(annotationCommand(annotation))).toBe(
      '::warning title=changelog/dated,file=docs/a%2Cb.md,line=3,endLine=3,col=1,endColumn=9::Unexpected `::`, expected a date',
    );
  });
});
