import type { TestFailure } from '../facts.ts';

/** Failures of tests, without those that an incomplete environment explains. */
export interface Sorted {
  readonly failures: readonly TestFailure[];
  /** The modules of others that could not be imported, each once. */
  readonly lacking: readonly string[];
}

/**
 * Sets apart the tests that failed because a module of somebody else is not installed: what tests need is written in many
 * places that cannot all be read, so that this tells of the environment and not of the project.
 */
export function withoutLacking(failures: readonly TestFailure[], files: readonly string[]): Sorted {
  const lackingOf = ({ words }: TestFailure): string | undefined => foreignModule(words, files);
  return {
    failures: failures.filter((failure) => lackingOf(failure) === undefined),
    lacking: [...new Set(failures.flatMap((failure) => lackingOf(failure) ?? []))],
  };
}

/** The first module of somebody else that a program's output says is not there. */
export const foreignModule = (output: string, files: readonly string[]): string | undefined =>
  [...output.matchAll(/ModuleNotFoundError: No module named '([\w.]+)'/g)]
    .map(([, module = '']) => module)
    .find((module) => !isOwn(module, files));

/** Whether the project has a package or module of this name, wherever that lies. */
export function isOwn(module: string, files: readonly string[]): boolean {
  const [top = ''] = module.split('.');
  return files.some((path) => {
    const parts = path.split('/');
    return parts.at(-1) === `${top}.py` || parts.slice(0, -1).includes(top);
  });
}
