import { describe, expect, it } from 'vitest';
import { COMMANDS, readCommand } from './action-command.ts';
import { lineReader } from './line-reader.ts';
import { readKeyValues } from './env-file.ts';
import { readIssue } from './issues.ts';
import { commandStream } from './command-stream.ts';

const read = (line: string) => readCommand(line, COMMANDS);

describe('readCommand', () => {
  it.each([
    ['::error::text', 'error', {}, 'text'],
    ['  \t::error::text', 'error', {}, 'text'],
    ['\u0085\u3000::error::text', 'error', {}, 'text'],
    ['::ERROR::text', 'error', {}, 'text'],
    ['::error ::text', 'error', {}, 'text'],
    [
      '::error title=a%3Ab%2Cc%25,line=3::x%0Ay%25%0D',
      'error',
      { title: 'a:b,c%', line: '3' },
      'x\ny%\r',
    ],
    ['::error title=%253A::%250A', 'error', { title: '%3A' }, '%0A'],
    ['::error a=1,,b=2,c,d=,e==f=g::', 'error', { a: '1', b: '2', e: 'f=g' }, ''],
    ['::error::a::b', 'error', {}, 'a::b'],
    ['::warning file=a b::', 'warning', { file: 'a b' }, ''],
    ['::endgroup::', 'endgroup', {}, ''],
  ])('reads %j', (line, name, properties, data) => {
    expect(read(line)).toEqual({ name, properties, data, form: '::', hidden: false, line });
  });

  it.each([
    ['text ##[error]it', 'error', {}, 'it'],
    [
      '##[warning file=a;line=2;x%5D=%3B]y%25%0A',
      'warning',
      { file: 'a', line: '2', 'x%5D': ';' },
      'y%\n',
    ],
    ['::unknown::##[error]it', 'error', {}, 'it'],
    ['::error ##[group]it', 'group', {}, 'it'],
  ])('reads the older form in %j', (line, name, properties, data) => {
    expect(read(line)).toMatchObject({ name, properties, data, form: '##[', hidden: false });
  });

  it.each([
    '',
    'text',
    'x ::error::text',
    '::error',
    '::error:text',
    ': :error::text',
    '::unknown::text',
    '::error\u00a0::text',
    '##[error',
    '##[unknown]##[error]x',
    '##\\[error]x',
    '# #[error]x',
    '\\::error::x',
  ])('takes %j for text', (line) => {
    expect(read(line)).toBeUndefined();
  });

  it.each([':\u200d:error::x', '\ufeff::error::x', '#\u00ad#[error]x', '##[\u0001error]x'])(
    'finds the command in %j, as a comparison by culture does',
    (line) => {
      expect(read(line)).toMatchObject({ name: 'error', data: 'x', hidden: true });
    },
  );
});

describe('lineReader', () => {
  it.each([
    [['a\nb\n'], ['a', 'b']],
    [['a\r\nb\rc'], ['a', 'b', 'c']],
    [
      ['a\r', '\nb'],
      ['a', 'b'],
    ],
    [
      ['a\r', 'b'],
      ['a', 'b'],
    ],
    [['a\n\n\rb\r'], ['a', '', '', 'b']],
    [['', ''], []],
  ])('splits %j into %j', (pieces, lines) => {
    const found: string[] = [];
    const reader = lineReader((line) => found.push(line));
    for (const piece of pieces) reader.push(new TextEncoder().encode(piece));
    reader.end();
    expect(found).toEqual(lines);
  });
});

describe('readKeyValues', () => {
  it.each([
    ['a=1\nb=x=y\n\nc=\n', { a: '1', b: 'x=y', c: '' }],
    ['a<<E\nx\n\ny\nE\nb=1', { a: 'x\n\ny', b: '1' }],
    ['a<<E\nE\n', { a: '' }],
    ['a<<E\n\nE', { a: '' }],
    ['a=<<E\n', { a: '<<E' }],
    ['a<<E=\nx\nE=\n', { a: 'x' }],
    ['a<<E\r\nx\r\nE\r\n', { a: 'x\r' }],
    ['', {}],
  ])('reads %j', (text, values) => {
    expect(readKeyValues(text)).toEqual({ values, error: undefined });
  });

  it.each(['text\n', 'a<<\nx\n\n', '<<E\nE\n', 'a<<E\nx\n E\n', 'b=1\na<<E\nx'])(
    'fails on %j',
    (text) => {
      expect(readKeyValues(text).error).toBeDefined();
    },
  );
});

describe('readIssue', () => {
  const issue = (properties: string) => {
    const command = read(`::error ${properties}::m`);
    return command === undefined ? undefined : readIssue(command, '/w');
  };

  it.each([
    [
      'file=a.py,line=1,endLine=1,col=2,endColumn=3',
      { file: 'a.py', line: 1, endLine: 1, column: 2, endColumn: 3 },
    ],
    ['file=/w/x/a.py', { file: 'x/a.py' }],
    ['file=/v/a.py', { file: '/v/a.py' }],
    ['line=1,endLine=2,col=3', { line: 1, endLine: 2, column: undefined }],
    ['col=3', { line: undefined, column: undefined }],
    ['endLine=4', { line: 4, endLine: 4 }],
    ['line=4,endLine=3', { line: undefined, endLine: undefined }],
    ['line=4,col=9,endColumn=2', { line: 4, column: undefined, endColumn: undefined }],
    ['line=x', { line: undefined }],
    ['title=t', { title: 't', message: 'm', level: 'error' }],
  ])('of `%s`', (properties, expected) => {
    expect(issue(properties)).toMatchObject(expected);
  });
});

describe('commandStream', () => {
  const obey = (...lines: string[]) => {
    const stream = commandStream();
    for (const line of lines) stream.line(line);
    return stream;
  };

  it('obeys nothing between stop-commands and its token', () => {
    const stream = obey(
      '::stop-commands::t0ken',
      '::set-output name=a::1',
      '::T0KEN::',
      '::set-output name=b::2',
    );
    expect(Object.fromEntries(stream.outputs)).toEqual({ b: '2' });
    expect(stream.errors).toEqual([]);
  });

  it.each([
    '::set-env name=a::b',
    '::add-path::/x',
    '::set-output::x',
    '::stop-commands::error',
    '::stop-commands::',
    '::echo::maybe',
  ])('fails on `%s`', (line) => {
    expect(obey(line).errors).toHaveLength(1);
  });
});
