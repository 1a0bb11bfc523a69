/**
 * Columns as docutils counts them for title underlines and tables: East Asian wide and full-width
 * characters take two, combining characters none (docutils `utils.column_width`, Unicode 14).
 */

const WIDE = new RegExp(
  `[${`1100-115f 231a-231b 2329-232a 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615 2648-2653 267f 2693 26a1
  26aa-26ab 26bd-26be 26c4-26c5 26ce 26d4 26ea 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c 274e
  2753-2755 2757 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 2e80-303e 3041-3247 3250-4dbf 4e00-a4c6
  a960-a97c ac00-d7a3 f900-fad9 fe10-fe19 fe30-fe6b ff01-ff60 ffe0-ffe6 16fe0-1b2fb 1f004 1f0cf 1f18e
  1f191-1f19a 1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0
  1f3f4 1f3f8-1f43e 1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a 1f595-1f596 1f5a4
  1f5fb-1f64f 1f680-1f6c5 1f6cc 1f6d0-1f6d2 1f6d5-1f6df 1f6eb-1f6ec 1f6f4-1f6fc 1f7e0-1f7f0
  1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faf6 20000-3134a`
    .split(/\s+/u)
    .map((range) => range.replaceAll(/[0-9a-f]+/gu, String.raw`\u{$&}`))
    .join('')}]`,
  'u',
);

// Characters whose canonical combining class is not zero: steps from the end of the range before, and,
// behind a hyphen, how many more follow.
const COMBINING_STEPS = `300-4e 2-1f 114-4 10a-2c 2 2-1 2-1 2 49-a 31-14 11 66-6 3-5 3-1 2-3 24 1f-1a a1-8 a 19-3 2-8
  2-2 2-4 2c-2 3d-7 2b-17 2-1c 3d 11 4-3 68 11 31 3e 11 6f 11 6f 11 80 6f 11 8-1 66 11 6e-1 11 7d 6e-2 e-3 6d-2 e-3
  4d-1 1c 2 2 38-1 2 6-3 3 2-2 2-1 3f 71 2-1 53 2d0-2 3b5-1 1f 9e b cc 90-2 dc-1 48 15-7 3 31-d 2-f 66 10 27-8 37-1
  3b c-1 44 99-2 2-c 2-6 5 7 4-1 c7-3f 2d1-c 5 4-b bff-2 8e 61-1f 22b-5 6a-1 75d5 5-9 21-1 51-1 115 26 98 1c-11 3a-2
  26 60 d f0 2-2 3-1 6-1 2 35 f7 4f31 302-f`;
const COMBINING = combiningRanges();

function combiningRanges(): RegExp {
  let last = 0;
  let set = '';
  for (const step of COMBINING_STEPS.split(/\s+/u)) {
    const [ahead = '0', more = '0'] = step.split('-');
    const start = last + Number.parseInt(ahead, 16);
    last = start + Number.parseInt(more, 16);
    set += `\\u{${start.toString(16)}}-\\u{${last.toString(16)}}`;
  }
  return new RegExp(`[${set}]`, 'u');
}

/** How many columns one character takes: 0, 1 or 2. */
const widthOf = (char: string): number => (COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

const NARROW = /^[\0-\u02ff]*$/u;

/** The columns of a text. */
export function columnWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += widthOf(char);
  return width;
}

/**
 * The offset in the text of each column, and one more for its end; undefined where each column is one
 * offset, which is so for almost every line. The second column of a wide character has its own offset + 1
 * at most.
 */
export function columnOffsets(text: string): readonly number[] | undefined {
  if (NARROW.test(text)) return undefined;
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    const width = widthOf(char);
    if (width > 0) offsets.push(at);
    at += char.length;
    if (width > 1) offsets.push(at);
  }
  offsets.push(at);
  return offsets;
}
