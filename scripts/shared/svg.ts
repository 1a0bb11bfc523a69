/** Words in one style on one line. */
export interface Span {
  readonly text: string;
  /** A colour, or undefined for that of ordinary text. */
  readonly fill?: string | undefined;
  readonly bold?: boolean;
}

/** What begins and ends a colour (ECMA-48, select graphic rendition). */
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`);

const COLOURS: { readonly [code: string]: string } = {
  '2': '#7d8590',
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '36': '#79c0ff',
};

/** The spans of a terminal's output, line by line: the colours that pymaint uses, and bold. */
export const spansOf = (output: string): readonly (readonly Span[])[] =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const spans: Span[] = [];
      let fill: string | undefined;
      let bold = false;
      for (const [index, text] of line.split(STYLE).entries()) {
        if (index % 2 === 0) {
          if (text !== '') spans.push({ text, fill, bold });
        } else if (text === '1') bold = true;
        else if (text === '22') [bold, fill] = [false, undefined];
        else fill = COLOURS[text];
      }
      return spans;
    });

const SIZE = 14;
const LEADING = 20;
/** The width of a character of most monospaced fonts, as a part of their size. */
const ADVANCE = 0.602;
const MARGIN = 16;

/** What a picture looks like beside its words. */
export interface Look {
  readonly title: string;
  readonly background: string;
  readonly foreground: string;
  /** Bars behind whole lines: the line's index and its colour. */
  readonly bars?: readonly {
    readonly line: number;
    readonly lines: number;
    readonly fill: string;
  }[];
}

/** Lines of text as a picture that needs no font of its own, and that a screen reader reads as its title. */
export function svgOf(lines: readonly (readonly Span[])[], look: Look): string {
  const columns = Math.max(
    ...lines.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)),
  );
  const width = Math.ceil(columns * SIZE * ADVANCE) + 2 * MARGIN;
  const height = lines.length * LEADING + 2 * MARGIN;
  const rows = lines.map((line, index) => {
    const y = MARGIN + (index + 0.72) * LEADING;
    return `<text x="${MARGIN}" y="${y.toFixed(1)}" xml:space="preserve">${line.map(tspan).join('')}</text>`;
  });
  const bars = (look.bars ?? []).map(
    ({ line, lines: count, fill }) =>
      `<rect x="0" y="${MARGIN + line * LEADING}" width="${width}" height="${count * LEADING}" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(look.title)}">
<title>${escaped(look.title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="${look.background}"/>
${bars.join('\n')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${SIZE}" fill="${look.foreground}">
${rows.join('\n')}
</g>
</svg>
`;
}

const tspan = ({ text, fill, bold }: Span): string =>
  `<tspan${fill === undefined ? '' : ` fill="${fill}"`}${bold === true ? ' font-weight="bold"' : ''}>${escaped(text)}</tspan>`;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
