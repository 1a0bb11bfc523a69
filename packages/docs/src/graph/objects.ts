import type { Document, Reference, Target } from '../document.ts';
import { settingOr } from '../sphinx/conf.ts';
import type { Site } from './project.ts';

/** One Python object that a page describes. */
export interface DescribedObject {
  readonly target: Target;
  readonly document: Document;
}

/** The Python objects that the pages describe by directives of their own, by full name. */
export type DescribedObjects = ReadonlyMap<string, readonly DescribedObject[]>;

/** Collects what `py:` directives describe; a directive counts once, however many signatures it gives. */
export function describedObjects(site: Site): DescribedObjects {
  const objects = new Map<string, DescribedObject[]>();
  for (const { parts } of site.pages.values())
    for (const { document } of parts)
      for (const target of document.targets) {
        if (target.kind !== 'object' || target.role?.startsWith('py:') !== true) continue;
        const same = objects.get(target.name) ?? [];
        if (!same.some((one) => one.document === document && one.target.span === target.span))
          same.push({ target, document });
        objects.set(target.name, same);
      }
  return objects;
}

const PY_ROLES = new Set('data exc func class const attr meth mod obj type deco'.split(' '));

/** The kind of a role that names a Python object: its type, or `any`; undefined for other roles. */
export function objectRole(site: Site, reference: Reference): string | undefined {
  const { conf } = site.project;
  if (reference.suppressed === true) return undefined;
  const isDefault = reference.kind === 'default-role';
  const role = isDefault ? settingOr(conf.defaultRole, '') : reference.role;
  if (role === 'any') return role;
  const bare = role.replace(/^py:/u, '');
  if (!PY_ROLES.has(bare)) return undefined;
  const domain = reference.context?.domain ?? settingOr(conf.primaryDomain, '');
  return role !== bare || domain === 'py' ? bare : undefined;
}

const DOTTED = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
/** The same in the letters that nearly all names are of: told in a fraction of the time. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/;

/**
 * The full names that a role may mean (Sphinx's `PythonDomain.find_obj`), the written one first. None where the
 * text is no dotted name, as `list[int]`.
 */
export function namesOf({ target, context }: Reference): readonly string[] {
  const name = target.replace(/\(\)$/u, '').replace(/^\./u, '');
  if (!PLAIN.test(name) && !DOTTED.test(name)) return [];
  const { module = '', inClass = '' } = context ?? {};
  const folders = [inClass, module, module && inClass && `${module}.${inClass}`];
  return [name, ...folders.filter(Boolean).map((folder) => `${folder}.${name}`)];
}
