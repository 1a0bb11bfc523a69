import type { TestFailure } from '../facts.ts';

/** Failures of tests, without those that an incomplete environment explains. */
export interface Sorted {
  readonly failures: readonly TestFailure[];
  /** What was not there, each once. */
  readonly lacking: readonly Lack[];
}

/** Something that an environment is without: a module of somebody else, or a locale of the machine. */
export type Lack = { readonly kind: 'module'; readonly name: string } | { readonly kind: 'locale' };

/**
 * Sets apart the tests that failed because a module of somebody else or a locale is not installed: what tests need is written in many
 * places that cannot all be read, so that this tells of the environment and not of the project.
 */
export function withoutLacking(failures: readonly TestFailure[], files: readonly string[]): Sorted {
  const lacks = failures.map(({ words }) => lackOf(words, files));
  const found = new Map(
    lacks.flatMap((lack) => (lack === undefined ? [] : [[JSON.stringify(lack), lack]])),
  );
  return {
    failures: failures.filter((_, at) => lacks[at] === undefined),
    lacking: [...found.values()],
  };
}

/** What a program’s words say that the environment is without. */
export function lackOf(words: string, files: readonly string[]): Lack | undefined {
  const name = foreignModule(words, files);
  if (name !== undefined) return { kind: 'module', name };
  return words.includes('locale.Error: unsupported locale setting')
    ? { kind: 'locale' }
    : undefined;
}

/** The first module of somebody else that a program's output says is not there. */
export const foreignModule = (output: string, files: readonly string[]): string | undefined =>
  foreignModules(output, files)[0];

/** All of them, each once. */
export const foreignModules = (output: string, files: readonly string[]): readonly string[] =>
  [
    ...new Set(
      [...output.matchAll(/ModuleNotFoundError: No module named '([\w.]+)'/g)].map(
        ([, module = '']) => module,
      ),
    ),
  ].filter((module) => !isOwn(module, files));

/**
 * Whether the project has a package or module that this name can be imported by: a folder or file in a folder that is no
 * package itself. What lies in a package is imported by that package's name, as a `bson.py` for support of bson is.
 */
export function isOwn(module: string, files: readonly string[]): boolean {
  const [top = ''] = module.split('.');
  const isPackage = (folder: readonly string[]): boolean =>
    files.includes([...folder, '__init__.py'].join('/'));
  return files.some((path) => {
    const parts = path.split('/');
    const at = parts.at(-1) === `${top}.py` ? parts.length - 1 : parts.slice(0, -1).indexOf(top);
    return at >= 0 && !isPackage(parts.slice(0, at));
  });
}
