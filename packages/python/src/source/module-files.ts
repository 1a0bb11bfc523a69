/** Where a project's modules are. */
export interface ModuleFiles {
  /** Dotted name → path. */
  readonly modules: ReadonlyMap<string, string>;
  /** The full name of what a module imports: `..a` within `x.y.z` is `x.a`. */
  readonly absolute: (module: string, written: string) => string;
  /** Why a module that no Python file holds may be there all the same, or undefined. */
  readonly makerOf: (
    module: string,
    name: string,
    mayAppear: (path: string) => boolean,
  ) => string | undefined;
}

/** Folders that packages stand in, besides the project's own. */
const ROOTS = ['src/', 'lib/', 'python/', ''];
/** What stands beside a package and is none. */
const BESIDE = new Set(
  `bench benchmarks build ci conftest dist doc docs documentation example examples fabfile noxfile scripts setup
  tasks test testing tests tools`.split(/\s+/u),
);
const NATIVE = /\.(?:pyx|pxd|c|cc|cpp|cxx|rs|f90?|so|pyd)$/u;

/**
 * The modules among a project's files: packages with an `__init__.py` and single modules at the top, in `src` and
 * the like, and namespace packages above them. Of a module with a stub beside it, the source is taken.
 */
export function moduleFiles(files: readonly string[]): ModuleFiles {
  const modules = new Map<string, string>();
  const packages = new Set(
    files.flatMap((path) =>
      path.includes('/__init__.py') ? (/^(.*)\/__init__\.pyi?$/u.exec(path)?.[1] ?? []) : [],
    ),
  );
  for (const path of files) {
    if (!path.endsWith('.py') && !path.endsWith('.pyi')) continue;
    const root = ROOTS.find((one) => path.startsWith(one)) ?? '';
    const bare = /^(.*?)(?:\/__init__)?\.pyi?$/u.exec(path.slice(root.length))?.[1];
    if (bare === undefined || !/^[\p{L}_][\p{L}\p{N}_/]*$/u.test(bare)) continue;
    const [top = ''] = bare.split('/', 1);
    if (root === '' && BESIDE.has(top)) continue;
    if (!isImportable(root, bare, packages)) continue;
    const name = bare.replaceAll('/', '.');
    if (!modules.has(name) || path.endsWith('.py')) modules.set(name, path);
  }
  const native = files.find((path) => NATIVE.test(path));
  const stems = new Set(files.map((path) => path.replace(/\.[^/]*$/u, '')));
  return {
    modules,
    absolute: (module, written) => absoluteName(modules, module, written),
    makerOf(module, name, mayAppear) {
      const path = modules.get(module) ?? '';
      if (!/__init__\.pyi?$/u.test(path)) return undefined;
      const stem = path.replace(/__init__\.pyi?$/u, name);
      if (packages.has(stem) || stems.has(stem)) return `\`${stem}\` may hold it`;
      if (mayAppear(`${stem}.py`))
        return `git ignores \`${stem}.py\`, so a step of the build may make it`;
      return native === undefined ? undefined : 'a compiled module may hold it';
    },
  };
}

/** A module below a folder of modules: its package has an `__init__.py`, or is a namespace above such packages. */
function isImportable(root: string, bare: string, packages: ReadonlySet<string>): boolean {
  const folders = bare.split('/');
  if (packages.has(root + bare) || folders.length === 1) return true;
  return packages.has(root + folders.slice(0, -1).join('/'));
}

function absoluteName(
  modules: ReadonlyMap<string, string>,
  module: string,
  written: string,
): string {
  const dots = /^\.*/u.exec(written)?.[0].length ?? 0;
  if (dots === 0) return written;
  const isPackage = /__init__\.pyi?$/u.test(modules.get(module) ?? '');
  const parts = module.split('.');
  const base = parts.slice(0, parts.length - dots + (isPackage ? 1 : 0));
  const rest = written.slice(dots);
  return [...base, ...(rest === '' ? [] : [rest])].join('.');
}
