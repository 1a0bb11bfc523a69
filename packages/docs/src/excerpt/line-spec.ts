/** Lines that a specification names, both ends with it, counted from 0. */
interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** `int()` of Python, without a sign. */
const NUMBER = /^\s*\+?(\d+(?:_\d+)*)\s*$/u;

/**
 * Reads `1,3-5,8-` (Sphinx `parse_line_num_spec`): `total` is where an open end stops. Undefined where it is none.
 */
export function readLineSpec(spec: string, total: number): readonly LineRange[] | undefined {
  const ranges: LineRange[] = [];
  for (const part of spec.split(',')) {
    const ends = part.trim().split('-');
    if (ends.length > 2 || ends.every((end) => end === '')) return undefined;
    const [from = '', to] = ends;
    const first = from === '' ? 1 : numberOf(from);
    const last = to === undefined ? first : to === '' ? Math.max(first ?? 0, total) : numberOf(to);
    if (first === undefined || last === undefined || first > last) return undefined;
    ranges.push({ first: first - 1, last: last - 1 });
  }
  return ranges;
}

function numberOf(text: string): number | undefined {
  const digits = NUMBER.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll('_', ''));
}

/** What is wrong with a specification of lines of a text that has so many: what is expected, or undefined. */
export function lineSpecFault(spec: string, total: number): string | undefined {
  const ranges = readLineSpec(spec, total);
  if (ranges === undefined) return 'numbers such as `1,3-5,8-`';
  const has = total === 1 ? 'there is but one' : `there are ${total}`;
  return ranges.some(({ last }) => last >= total) ? `lines that are there; ${has}` : undefined;
}
