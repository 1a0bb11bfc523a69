import { classMembers, moduleMembers, type Member, type ModuleMembers } from './members.ts';
import { moduleFiles } from './module-files.ts';
import { surelyDefines } from './quick-look.ts';

/**
 * What the source knows of a dotted name: `found`; `missing` from the module or class `within`, whose names are
 * `known`; `unknown`, where only running it would tell; or `foreign`, a name of no module of the source.
 */
export type FoundObject =
  | { readonly status: 'found' | 'foreign' }
  | { readonly status: 'missing'; readonly within: string; readonly known: readonly string[] }
  | { readonly status: 'unknown'; readonly why: string };

/** The modules, functions, classes and their attributes of a project's source. */
export interface ObjectIndex {
  /** The dotted names of all modules. */
  readonly modules: ReadonlySet<string>;
  /** Looks a dotted name up, through re-exports and base classes. Reads a module at its first use. */
  readonly find: (name: string) => FoundObject;
}

/** What the index is made of. */
export interface SourceFiles {
  /** Every file of the project, relative to it. */
  readonly files: readonly string[];
  readonly read: (path: string) => string | undefined;
  /** Whether a step of the build may make a file that is not there. */
  readonly mayAppear: (path: string) => boolean;
}

interface State {
  readonly source: SourceFiles;
  readonly files: ReturnType<typeof moduleFiles>;
  readonly read: Map<string, ModuleMembers | undefined>;
  readonly found: Map<string, FoundObject>;
}

const FOUND: FoundObject = { status: 'found' };
const FOREIGN: FoundObject = { status: 'foreign' };
const unknown = (why: string): FoundObject => ({ status: 'unknown', why });

/** Re-exports and bases are followed this far. */
const FARTHEST = 20;

/** Indexes a project's source by its files, without importing it. */
export function objectIndex(source: SourceFiles): ObjectIndex {
  const files = moduleFiles(source.files);
  const state: State = { source, files, read: new Map(), found: new Map() };
  return {
    modules: new Set(files.modules.keys()),
    find(name) {
      const kept = state.found.get(name);
      if (kept !== undefined) return kept;
      const found = find(state, name, 0);
      state.found.set(name, found);
      return found;
    },
  };
}

function find(state: State, name: string, depth: number): FoundObject {
  if (depth > FARTHEST) return unknown('it is re-exported too often');
  const parts = name.split('.');
  for (let n = parts.length; n > 0; n -= 1) {
    const module = parts.slice(0, n).join('.');
    if (state.files.modules.has(module)) return inModule(state, module, parts.slice(n), depth);
  }
  return FOREIGN;
}

function membersOf(state: State, module: string): ModuleMembers | undefined {
  if (state.read.has(module)) return state.read.get(module);
  const path = state.files.modules.get(module) ?? '';
  const text = state.source.read(path);
  const members = text === undefined ? undefined : moduleMembers(path, text);
  state.read.set(module, members);
  return members;
}

function inModule(
  state: State,
  module: string,
  rest: readonly string[],
  depth: number,
): FoundObject {
  const [name, ...others] = rest;
  if (name === undefined) return FOUND;
  if (surelyDefines(state.source.read(state.files.modules.get(module) ?? '') ?? '', rest))
    return FOUND;
  const members = membersOf(state, module);
  if (members === undefined) return unknown(`the module \`${module}\` was not read`);
  const member = members.names.get(name);
  if (member !== undefined) return inMembers(state, module, members, member, others, depth);
  const starred = inStars(state, module, members, rest, depth);
  if (starred !== undefined) return starred;
  // Dunders are of every module.
  if (members.open !== undefined) return unknown(members.open);
  if (/^__\w+__$/u.test(name)) return FOUND;
  const maker = state.files.makerOf(module, name, state.source.mayAppear);
  if (maker !== undefined) return unknown(maker);
  return { status: 'missing', within: module, known: [...members.names.keys()] };
}

/** Names that `from x import *` brings. Undefined where none of them does. */
function inStars(
  state: State,
  module: string,
  { stars }: ModuleMembers,
  rest: readonly string[],
  depth: number,
): FoundObject | undefined {
  for (const star of stars) {
    const target = state.files.absolute(module, star);
    if (!state.files.modules.has(target)) return unknown(`\`from ${star} import *\` may bring it`);
    if (depth > FARTHEST) return unknown('it is re-exported too often');
    const found = inModule(state, target, rest, depth + 1);
    if (found.status !== 'missing' || found.within !== target) return found;
  }
  return undefined;
}

/** Of several members of one name, the best answer: any of them may be the one. */
function inMembers(
  state: State,
  module: string,
  members: ModuleMembers,
  same: readonly Member[],
  rest: readonly string[],
  depth: number,
): FoundObject {
  let best: FoundObject | undefined;
  for (const member of same) {
    const found = inMember(state, module, members, member, rest, depth);
    if (found.status === 'found') return found;
    if (best === undefined || found.status === 'unknown') best = found;
  }
  return best ?? FOUND;
}

function inMember(
  state: State,
  module: string,
  members: ModuleMembers,
  member: Member,
  rest: readonly string[],
  depth: number,
): FoundObject {
  if (rest.length === 0) return FOUND;
  switch (member.kind) {
    case 'class':
      return inClass(state, module, members, member, rest, depth);
    case 'import': {
      const target = state.files.absolute(module, member.module);
      const full = [target, member.attribute ?? [], ...rest].flat().join('.');
      const found = find(state, full, depth + 1);
      return found.status === 'foreign'
        ? unknown(`\`${member.module}\` is not of this project`)
        : found;
    }
    case 'alias': {
      if (depth > FARTHEST) return unknown('it is re-exported too often');
      const [first = '', ...others] = member.of.split('.');
      const target = members.names.get(first);
      return target === undefined || target.includes(member)
        ? unknown(`\`${member.of}\` is set elsewhere`)
        : inMembers(state, module, members, target, [...others, ...rest], depth + 1);
    }
    case 'other':
      return unknown('what it is an attribute of is made at run time');
  }
}

/** Bases that hold nothing but dunders. */
const EMPTY_BASES =
  /^(?:object|(?:abc\.)?ABC|(?:t|typing|typing_extensions)?\.?(?:Generic|Protocol))$/u;

function inClass(
  state: State,
  module: string,
  members: ModuleMembers,
  { node }: Member & { readonly kind: 'class' },
  rest: readonly string[],
  depth: number,
): FoundObject {
  const [name = '', ...others] = rest;
  const own = classMembers(members, node);
  const member = own.names.get(name);
  if (member !== undefined) return inMembers(state, module, members, member, others, depth);
  if (/^__\w+__$/u.test(name)) return FOUND;
  if (own.open !== undefined) return unknown(own.open);
  const known = [...own.names.keys()];
  for (const base of own.bases) {
    if (base === undefined) return unknown('a base class is computed');
    if (EMPTY_BASES.test(base)) continue;
    if (depth > FARTHEST) return unknown('it has too many bases');
    const [first = '', ...path] = base.split('.');
    const target = members.names.get(first);
    if (target === undefined) return unknown(`the base class \`${base}\` is not of this project`);
    const found = inMembers(state, module, members, target, [...path, ...rest], depth + 1);
    if (found.status !== 'missing') return found;
    known.push(...found.known);
  }
  return { status: 'missing', within: module, known };
}
