import type { PyValue } from '@pymaint/python';

/** What a plain value of conf.py means; undefined where it is none of that kind. */
export type Convert<T> = (value: PyValue) => T | undefined;

/** A text; `None` is an empty one. */
export const string: Convert<string> = (value) => {
  if (value.type === 'string') return value.value;
  return value.type === 'constant' && value.value === null ? '' : undefined;
};

/** A truth, or a number that stands for one. */
export const boolean: Convert<boolean> = (value) => {
  if (value.type === 'number') return value.value !== 0;
  return value.type === 'constant' && typeof value.value === 'boolean' ? value.value : undefined;
};

/** A number; `None` is 0. */
export const number: Convert<number> = (value) => {
  if (value.type === 'number') return value.value;
  return value.type === 'constant' && value.value === null ? 0 : undefined;
};

/** Texts in a list, a tuple or a set. */
export const stringList: Convert<readonly string[]> = (value) => {
  if (value.type !== 'list' && value.type !== 'tuple' && value.type !== 'set') return undefined;
  const items = value.items.map(string);
  return items.every((item) => item !== undefined) ? items : undefined;
};

/** The plain texts of a list, whatever stands beside them: `["_templates", theme.templates_path]`. */
export const plainStrings: Convert<readonly string[]> = (value) =>
  value.type === 'list' || value.type === 'tuple'
    ? value.items.map(string).filter((item) => item !== undefined)
    : undefined;

/** `source_suffix` in each of its forms. */
export const suffixes: Convert<readonly string[]> = (value) => {
  if (value.type === 'string') return [value.value];
  return value.type === 'dict' ? keys(value) : stringList(value);
};

/** The keys of a dictionary whose values do not matter. */
export const keys: Convert<readonly string[]> = (value) => {
  if (value.type !== 'dict' || !value.complete) return undefined;
  const names = value.entries.map(({ key }) => string(key));
  return names.every((name) => name !== undefined) ? names : undefined;
};

/** `{name: (address, inventory)}`; the address may be computed, then it is empty. */
export const inventories: Convert<ReadonlyMap<string, string>> = (value) => {
  const names = keys(value);
  if (value.type !== 'dict' || names === undefined) return undefined;
  return new Map(
    value.entries.map(({ value: entry }, n) => {
      const address = entry.type === 'tuple' || entry.type === 'list' ? entry.items[0] : undefined;
      return [names[n] ?? '', address === undefined ? '' : (string(address) ?? '')];
    }),
  );
};

/** The file of `(address, 'python.inv')` or of `(address, (None, 'python.inv'))`; addresses are left out. */
export const inventoryFiles: Convert<ReadonlyMap<string, string>> = (value) => {
  const names = keys(value);
  if (value.type !== 'dict' || names === undefined) return undefined;
  const files = new Map<string, string>();
  for (const [n, { value: entry }] of value.entries.entries()) {
    const second = 'items' in entry ? entry.items[1] : undefined;
    const given = second === undefined ? [] : 'items' in second ? second.items : [second];
    const file = given
      .map(string)
      .find((it) => it !== undefined && it !== '' && !it.includes('://'));
    if (file !== undefined) files.set(names[n] ?? '', file);
  }
  return files;
};

/** `objects.inv` below the address where the second of `(address, …)` is None, else what it names. */
export const inventoryUrls: Convert<ReadonlyMap<string, readonly string[]>> = (value) => {
  const names = keys(value);
  if (value.type !== 'dict' || names === undefined) return undefined;
  const urls = new Map<string, readonly string[]>();
  for (const [n, { value: entry }] of value.entries.entries()) {
    const [first, second] = 'items' in entry ? entry.items : [];
    const address = first === undefined ? undefined : string(first);
    if (address === undefined || second === undefined) continue;
    const given = 'items' in second ? second.items : [second];
    const below = `${address.replace(/\/$/u, '')}/objects.inv`;
    const all = given.map((it) =>
      it.type === 'constant' && it.value === null ? below : string(it),
    );
    const asked = all.filter((it) => it !== undefined && /^https?:\/\//u.test(it));
    if (asked.length > 0)
      urls.set(
        names[n] ?? '',
        asked.filter((it) => it !== undefined),
      );
  }
  return urls;
};

/** Pairs of texts. */
export const pairs: Convert<readonly (readonly [string, string])[]> = (value) => {
  if (value.type !== 'list' && value.type !== 'set' && value.type !== 'tuple') return undefined;
  const found: (readonly [string, string])[] = [];
  for (const item of value.items) {
    const [type, target] = stringList(item) ?? [];
    if (type === undefined || target === undefined) return undefined;
    found.push([type, target]);
  }
  return found;
};
