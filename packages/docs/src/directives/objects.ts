import type { Directive, Span, Target } from '../document.ts';
import type { Scope } from './scope.ts';

/** What a directive describes, and the class whose names its content is about. */
export interface Described {
  readonly targets: readonly Target[];
  /** The class that objects in the content belong to; undefined where it stays what it is. */
  readonly inner?: string;
}

const PY_TYPES = new Set(
  `function data class exception method classmethod staticmethod attribute property type decorator
  decoratormethod module`.split(/\s+/u),
);
const STD_KINDS: ReadonlyMap<string, 'option' | 'envvar'> = new Map([
  ['option', 'option'],
  ['cmdoption', 'option'],
  ['envvar', 'envvar'],
]);

/**
 * The objects that a domain directive defines, under the full names by which Sphinx knows them: one for each
 * line of its argument. With `:no-index:` there are none.
 */
export function describedBy(directive: Directive, text: string, scope: Scope): Described {
  if (/^auto(?:class|exception)$/u.test(directive.name))
    return {
      targets: [],
      inner: directive.argument.trim().replace(/\(.*$/su, '').replace('::', '.'),
    };
  const [domain, type] = splitName(directive.name, scope.domain);
  if (has(directive, 'no-index') || has(directive, 'noindex')) {
    return domain === 'py' ? pythonObjects(directive, text, type, scope, true) : { targets: [] };
  }
  const kind = STD_KINDS.get(directive.name.replace(/^std:/u, ''));
  if (kind !== undefined) return { targets: standardObjects(directive, text, kind, scope) };
  if (domain === 'py' && PY_TYPES.has(type))
    return pythonObjects(directive, text, type, scope, false);
  const isOther = ['c', 'cpp', 'js', 'rst'].includes(domain) || directive.name === 'confval';
  if (!isOther) return { targets: [] };
  return {
    targets: signatures(directive, text).map(({ text: signature, span }) =>
      target(
        directive,
        'object',
        signature.trim(),
        span,
        `${directive.name === 'confval' ? 'std' : domain}:${type}`,
      ),
    ),
  };
}

const has = (directive: Directive, option: string): boolean =>
  directive.options.some(({ name }) => name === option);

function splitName(name: string, domain: string): readonly [string, string] {
  const colon = name.indexOf(':');
  return colon < 0 ? [domain, name] : [name.slice(0, colon), name.slice(colon + 1)];
}

interface Signature {
  readonly text: string;
  readonly span: Span;
}

/** The lines of the argument; a backslash at a line's end joins it with the next. */
function signatures(directive: Directive, text: string): readonly Signature[] {
  const found: Signature[] = [];
  const { start, end } = directive.argumentSpan;
  let at = start;
  while (at < end) {
    let stop = text.indexOf('\n', at);
    while (stop > 0 && stop < end && text.charAt(stop - 1) === '\\')
      stop = text.indexOf('\n', stop + 1);
    if (stop < 0 || stop > end) stop = end;
    const raw = text.slice(at, stop);
    const from = at + (raw.length - raw.trimStart().length);
    const signature = raw.trim();
    if (signature !== '')
      found.push({ text: signature, span: { start: from, end: from + signature.length } });
    at = stop + 1;
  }
  return found;
}

const target = (
  directive: Directive,
  kind: Target['kind'],
  name: string,
  nameSpan: Span,
  role: string,
): Target => ({ kind, name, span: directive.span, nameSpan, role });

// sphinx.domains.python `py_sig_re`: a dotted prefix, then a name, then parameters of types, arguments, a result.
const PY_SIGNATURE = /^((?:[\p{L}\p{N}_]+\.|\.)*)([\p{L}\p{N}_]+)\s*/u;

/** Whether what stands behind the name makes a signature; Sphinx makes no object of what does not. */
function isSignature(rest: string): boolean {
  if (rest === '') return true;
  if (rest.startsWith('[')) return rest.includes(']');
  const close = rest.lastIndexOf(')');
  return rest.startsWith('(') && close > 0 && /^\s*(?:->|$)/u.test(rest.slice(close + 1));
}

function pythonObjects(
  directive: Directive,
  text: string,
  type: string,
  scope: Scope,
  hidden: boolean,
): Described {
  if (type === 'module') return moduleObject(directive, scope, hidden);
  const module = option(directive, 'module') ?? scope.module;
  const around = scope.classes.at(-1) ?? '';
  const targets: Target[] = [];
  let inner: string | undefined;
  for (const { text: signature, span } of signatures(directive, text)) {
    const parts = PY_SIGNATURE.exec(signature);
    if (parts === null || !isSignature(signature.slice(parts[0].length))) continue;
    const [, prefix = '', name = ''] = parts;
    const full = fullName(prefix, name, around);
    const isClass = type === 'class' || type === 'exception';
    inner = isClass ? full : prefix === '' ? inner : full.slice(0, -name.length - 1);
    const nameSpan = { start: span.start, end: span.start + prefix.length + name.length };
    if (!hidden)
      targets.push(
        target(
          directive,
          'object',
          module === '' ? full : `${module}.${full}`,
          nameSpan,
          `py:${type}`,
        ),
      );
  }
  return inner === undefined ? { targets } : { targets, inner };
}

function moduleObject(directive: Directive, scope: Scope, hidden: boolean): Described {
  const name = directive.argument.trim();
  scope.module = name;
  scope.classes = [];
  return {
    targets: hidden ? [] : [target(directive, 'object', name, directive.argumentSpan, 'py:module')],
  };
}

/** Sphinx's `PyObject.handle_signature`: a prefix that repeats the class around adds nothing. */
function fullName(prefix: string, name: string, around: string): string {
  if (around === '') return prefix + name;
  if (prefix === `${around}.` || prefix.startsWith(`${around}.`)) return prefix + name;
  return `${around}.${prefix}${name}`;
}

const option = (directive: Directive, name: string): string | undefined =>
  directive.options.find((one) => one.name === name)?.value;

/** Command-line options, split at commas outside brackets, and environment variables. */
function standardObjects(
  directive: Directive,
  text: string,
  kind: 'option' | 'envvar',
  scope: Scope,
): readonly Target[] {
  return signatures(directive, text).flatMap(({ text: signature, span }) => {
    if (kind === 'envvar') return [target(directive, kind, signature, span, 'std:envvar')];
    return optionNames(signature).map(({ name, at }) => ({
      ...target(
        directive,
        kind,
        name,
        { start: span.start + at, end: span.start + at + name.length },
        'std:option',
      ),
      ...(scope.program === '' ? {} : { value: scope.program }),
    }));
  });
}

// sphinx.domains.std `option_desc_re`
const OPTION = /^((?:\/|--|-|\+)?[^\s=[]+)(=?\s*.*)$/u;

function optionNames(signature: string): readonly { readonly name: string; readonly at: number }[] {
  const names = [];
  let at = 0;
  for (const part of signature.split(', ')) {
    const name = OPTION.exec(part.trim())?.[1];
    if (name !== undefined) names.push({ name, at: at + part.indexOf(name) });
    at += part.length + 2;
  }
  return names;
}
