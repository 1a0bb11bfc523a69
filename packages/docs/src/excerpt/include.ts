import type { DirectiveOption } from '../document.ts';
import type { ExcerptFault } from './literal-include.ts';

const INTEGER = /^[+-]?\d+(?:_\d+)*$/u;

/**
 * What of an `include` asks for what its file does not hold, as docutils judges it (`misc.Include.read_file`): the
 * lines are cut first, and a text may stand anywhere in what is left.
 */
export function includeFault(
  options: readonly DirectiveOption[],
  text: string,
): ExcerptFault | undefined {
  const option = (name: string): DirectiveOption | undefined =>
    options.find((it) => it.name === name && it.value !== '');
  const [from, to] = [option('start-line'), option('end-line')];
  for (const line of [from, to])
    if (line !== undefined && !INTEGER.test(line.value))
      return { option: line, expected: 'a whole number' };
  let left = clipped(text.replaceAll(/\r\n?/gu, '\n'), from, to);
  for (const one of [option('start-after'), option('end-before')]) {
    if (one === undefined) continue;
    const at = left.indexOf(one.value);
    if (at < 0) return { option: one, expected: EXPECTED.get(one.name) ?? '' };
    left = one.name === 'start-after' ? left.slice(at + one.value.length) : left.slice(0, at);
  }
  return undefined;
}

const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['start-after', 'a text that the file holds'],
  ['end-before', 'a text that the file holds behind the start'],
]);

function clipped(
  text: string,
  from: DirectiveOption | undefined,
  to: DirectiveOption | undefined,
): string {
  if (from === undefined && to === undefined) return text;
  const numberOf = (it: DirectiveOption | undefined): number | undefined =>
    it === undefined ? undefined : Number(it.value.replaceAll('_', ''));
  return text
    .split(/[\n\v\f\x1c-\x1e\x85\u2028\u2029]/u)
    .slice(numberOf(from), numberOf(to))
    .join('\n');
}
