/** A text from outside that tries to speak to the runner. */
export interface Forgery {
  /** What it tries, in words. */
  readonly name: string;
  readonly text: string;
}

/** Stands in every forgery, so that a test can say where it went. */
const MARK = 'FORGED';

const COMMANDS: readonly (readonly [name: string, text: string])[] = [
  ['an error', `::error title=x,file=setup.py,line=1::${MARK}`],
  ['an output', `::set-output name=ready::${MARK}`],
  ['an output in the old form', `##[set-output name=ready]${MARK}`],
  ['state', `::save-state name=x::${MARK}`],
  ['a variable', `::set-env name=NODE_OPTIONS::${MARK}`],
  ['a path', `::add-path::/${MARK}`],
  ['a mask', `::add-mask::${MARK}`],
  ['a matcher', `::add-matcher::${MARK}.json`],
  ['an end to commands', `::stop-commands::${MARK}`],
  ['an error in the old form', `##[error]${MARK}`],
  ['upper case', `::SET-OUTPUT name=ready::${MARK}`],
  ['escapes', `::set-output name=ready::${MARK}%0A::error::x`],
];

/** Where a command is put into a text: `$` stands for it. */
const WAYS: readonly (readonly [name: string, text: string])[] = [
  ['as the whole text', '$'],
  ['behind a line end', 'text\n$'],
  ['behind a Windows line end', 'text\r\n$\r\n'],
  ['behind a lone carriage return', 'progress 10%\r$\rprogress 20%'],
  ['behind blanks', ' \t $'],
  ['behind a no-break space', 'a\n\u00a0$'],
  ['behind a next line (U+0085)', 'a\u0085$'],
  ['behind a line separator', 'a\u2028$'],
  ['behind a vertical tab and a form feed', 'a\u000b\u000c$'],
  ['behind an ideographic space', '\u3000$'],
  ['behind a colour', '\u001b[31m$\u001b[0m'],
  ['behind a cursor movement', 'text\u001b[2K\u001b[1G$'],
  ['behind a C1 control', 'text\u009b1G$'],
  ['behind a backspace', 'x\b$'],
  ['behind a NUL', '\u0000$'],
  ['behind a byte order mark', '\ufeff$'],
  ['behind a zero-width space', '\u200b$'],
  ['behind a zero-width joiner', '\u200d$'],
  ['behind a soft hyphen and a blank', '\u00ad $'],
  ['behind a right-to-left override', '\u202e$'],
  ['behind an isolate', '\u2067$\u2069'],
  ['behind a variation selector', '\ufe0f$'],
  ['behind a language tag', '\u{e0001}$'],
  ['behind a long run of joiners', `${'\u200d'.repeat(50)}$`],
  ['in a code block', '```\n$\n```'],
  ['in a comment of HTML', '<!--\n$\n-->'],
  ['in a JSON text', '{"name": "\n$"}'],
  ['in a traceback', 'Traceback (most recent call last):\n  File "x", line 1\n$'],
];

/** Unseen characters put between the signs that begin a command. */
const SPLITS: readonly string[] = [
  '\u200d',
  '\u00ad',
  '\u200b',
  '\u0001',
  '\u034f',
  '\ufe0e',
  '\u2062',
  '\u{e0020}',
];

/** More than 300 ways to forge a command. */
export const FORGERIES: readonly Forgery[] = [
  ...COMMANDS.flatMap(([what, command]) =>
    WAYS.map(([where, way]) => ({
      name: `${what} ${where}`,
      text: way.replace('$', () => command),
    })),
  ),
  ...SPLITS.flatMap((split) =>
    [
      `:${split}:error::${MARK}`,
      `#${split}#[error]${MARK}`,
      `##${split}[error]${MARK}`,
      `a ##[${split}error]${MARK}`,
    ].map((text) => ({ name: `split by U+${(split.codePointAt(0) ?? 0).toString(16)}`, text })),
  ),
];
