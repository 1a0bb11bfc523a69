import { notKnown, type Fact } from '@pymaint/core';
import type { PyCall, PyValue } from '../source/values.ts';
import { declared } from './declared.ts';
import type { DeclaredVersion } from './types.ts';

/** The version that a value of Python code stands for; `why` of the fact says where it cannot be told. */
export function versionOfValue(value: PyValue): Fact<DeclaredVersion> {
  switch (value.type) {
    case 'string':
      return value.computed
        ? declared(value.value, value.range, 'computed')
        : declared(value.value, value.content ?? value.range);
    case 'tuple':
    case 'list': {
      const text = versionOfInfo(value.items);
      return text === undefined
        ? notKnown('the tuple is not one of version numbers')
        : declared(text, value.range, 'tuple');
    }
    case 'call':
      return versionOfCall(value);
    case 'imported':
      return notKnown(`it is imported from \`${value.module}\`, which is not here`);
    case 'unknown':
      return notKnown(value.why);
    default:
      return notKnown(`it is a ${value.type}, not a text`);
  }
}

const numberOf = (value: PyValue | undefined): number | undefined =>
  value?.type === 'number' && Number.isInteger(value.value) ? value.value : undefined;

const PHASES: { readonly [word: string]: string } = {
  alpha: 'a',
  a: 'a',
  beta: 'b',
  b: 'b',
  candidate: 'rc',
  rc: 'rc',
  dev: '.dev',
  post: '.post',
};

/**
 * `(7, 11, 4, 'alpha', 0)` as `sys.version_info` is: numbers, then perhaps a phase with its own number. A plain
 * tuple of numbers and texts is joined by dots, as setuptools does it.
 */
export function versionOfInfo(items: readonly PyValue[], dev = 0): string | undefined {
  const end = items.findIndex((item) => item.type === 'string' && !/^\d/.test(item.value));
  const numbers = (end < 0 ? items : items.slice(0, end)).map((item) =>
    item.type === 'string' ? item.value : numberOf(item)?.toString(),
  );
  if (numbers.length === 0 || numbers.includes(undefined)) return undefined;
  const [word, serial, ...more] = end < 0 ? [] : items.slice(end);
  const phase = word?.type === 'string' ? word.value : undefined;
  const suffix = phase === undefined || phase === 'final' || phase === '' ? '' : PHASES[phase];
  if (suffix === undefined || more.length > 0) return undefined;
  const tail = suffix === '' ? '' : `${suffix}${numberOf(serial) ?? 0}`;
  return `${numbers.join('.')}${tail}${dev === 0 ? '' : `.dev${dev}`}`;
}

/** `Version("Twisted", 24, 7, 0, post=0)` of the incremental package, and a project's own function over its tuple. */
function versionOfCall(call: PyCall): Fact<DeclaredVersion> {
  const name = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  const unreadable = notKnown(`it is computed by \`${call.callee}(…)\``);
  if (!call.complete) return unreadable;
  if (name === 'Version') {
    const text = incrementalVersion(call);
    return text === undefined ? unreadable : declared(text, call.range, 'call');
  }
  // `get_version(VERSION)` is given the tuple whole, `make(*version_info, dev)` its elements.
  const [only] = call.args;
  const whole = call.args.length === 1 && only !== undefined && 'items' in only ? only : undefined;
  const items = whole?.items ?? call.args;
  const phase = items.findIndex((item) => item.type === 'string' && isPhase(item.value));
  if (!/version/i.test(name) || phase < 2) return unreadable;
  const text = versionOfInfo(items.slice(0, phase + 2), numberOf(items[phase + 2]) ?? 0);
  const [first, last] = [items[0], items[phase + 1]];
  if (text === undefined || first === undefined || last === undefined) return unreadable;
  const { endLine, endColumn } = last.range;
  const elements = last.range.path === first.range.path;
  const place = whole?.range ?? (elements ? { ...first.range, endLine, endColumn } : call.range);
  return declared(text, place, 'call');
}

const isPhase = (word: string): boolean => word === 'final' || Object.hasOwn(PHASES, word);

/** `Version.public()` of https://pypi.org/project/incremental/. */
function incrementalVersion({ args, keywords }: PyCall): string | undefined {
  const numbers = args.slice(1, 4).map(numberOf);
  if (args[0]?.type !== 'string' || numbers.length !== 3 || numbers.includes(undefined))
    return undefined;
  const part = (keyword: string, prefix: string): string => {
    const number = numberOf(keywords.get(keyword));
    return number === undefined ? '' : `${prefix}${number}`;
  };
  const pre = part('release_candidate', 'rc') || part('prerelease', 'rc');
  return `${numbers.join('.')}${pre}${part('post', '.post')}${part('dev', '.dev')}`;
}
