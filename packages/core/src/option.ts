import { UserError } from './errors.ts';
import { listed, nearest } from './words.ts';

/** A value as it was written: text from a flag or an input, or a typed value from a configuration file. */
export type Written = string | boolean | number | readonly string[];

/** Where an option can be given. All three, unless it makes no sense in one of them. */
export type OptionSource = 'input' | 'flag' | 'key';

/**
 * One option of an action, as data: workflow input, command-line flag and configuration key of one name are
 * all made from it, and so are its help, its row in the README and its part of the JSON Schema.
 */
export interface OptionSpec<T> {
  readonly kind: 'text' | 'flag' | 'choice' | 'list' | 'duration';
  /** One sentence or more for the help and the tables, in Markdown. */
  readonly description: string;
  readonly fallback: T;
  /** The fallback as a user would write it; '' where there is none. */
  readonly shownDefault: string;
  readonly choices?: readonly string[];
  readonly sources: readonly OptionSource[];
  /** The value, or what was expected instead: "one of error, warning". */
  readonly read: (written: Written) => { readonly value: T } | { readonly expected: string };
}

/** An action's options by name; names are in kebab case everywhere. */
export type OptionSpecs = { readonly [name: string]: OptionSpec<unknown> };

/** The values of a set of options. */
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends OptionSpec<infer T> ? T : never;
};

interface Shared {
  readonly sources?: readonly OptionSource[];
}

const EVERYWHERE: readonly OptionSource[] = ['input', 'flag', 'key'];

const base = (description: string, shared: Shared) => ({
  description,
  sources: shared.sources ?? EVERYWHERE,
});

/** Any text; undefined where it is not given. */
export const textOption = (
  description: string,
  shared: Shared = {},
): OptionSpec<string | undefined> => ({
  ...base(description, shared),
  kind: 'text',
  fallback: undefined,
  shownDefault: '',
  read: (written) =>
    typeof written === 'object' ? { expected: 'a text' } : { value: String(written) },
});

/** Yes or no, off unless given. The words are those of YAML 1.2 and of the runner's toolkit. */
export const flagOption = (description: string, shared: Shared = {}): OptionSpec<boolean> => ({
  ...base(description, shared),
  kind: 'flag',
  fallback: false,
  shownDefault: 'false',
  read(written) {
    const word = typeof written === 'string' ? written.trim().toLowerCase() : written;
    if (word === true || word === 'true') return { value: true };
    if (word === false || word === 'false') return { value: false };
    return { expected: '`true` or `false`' };
  },
});

/** One of a few words. */
export const choiceOption = <const C extends string>(
  description: string,
  choices: readonly C[],
  fallback: NoInfer<C>,
  shared: Shared = {},
): OptionSpec<C> => ({
  ...base(description, shared),
  kind: 'choice',
  fallback,
  shownDefault: fallback,
  choices,
  read(written) {
    const value = choices.find((choice) => choice === written);
    if (value !== undefined) return { value };
    const near = typeof written === 'string' ? nearest(written, choices) : undefined;
    const expected = `one of ${listed(choices, 'or')}`;
    return { expected: near === undefined ? expected : `${expected}; did you mean \`${near}\`?` };
  },
});

/** Any number of texts: an array in a file, else separated by commas or line ends; empty ones and `#` lines dropped. */
export const listOption = (
  description: string,
  shared: Shared = {},
): OptionSpec<readonly string[]> => ({
  ...base(description, shared),
  kind: 'list',
  fallback: [],
  shownDefault: '',
  read(written) {
    if (typeof written === 'boolean' || typeof written === 'number')
      return { expected: 'a list of texts' };
    const items = typeof written === 'string' ? written.split(/[,\n]/) : written;
    return {
      value: items
        .map((item) => item.trim())
        .filter((item) => item !== '' && !item.startsWith('#')),
    };
  },
});

/** A length of time such as `90s`, `10m`, `1h` or `90d`; in milliseconds when read. */
export const durationOption = (
  description: string,
  fallback: string,
  shared: Shared = {},
): OptionSpec<number> => {
  const milliseconds = readDuration(fallback);
  if (milliseconds === undefined) throw new Error(`\`${fallback}\` is no length of time`);
  return {
    ...base(description, shared),
    kind: 'duration',
    fallback: milliseconds,
    shownDefault: fallback,
    read(written) {
      const value = readDuration(String(written));
      return value === undefined
        ? { expected: 'a length of time such as `90s` or `10m`' }
        : { value };
    },
  };
};

const UNITS: { readonly [unit: string]: number } = {
  '': 1000,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

function readDuration(text: string): number | undefined {
  const match = /^(\d{1,7})\s*(s|m|h|d|)$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * (UNITS[match[2] ?? ''] ?? Number.NaN);
}

/** One way in which options were given, such as the command line. */
export interface OptionLayer {
  readonly source: OptionSource;
  /** What was written for an option, and the words for where: `--fail-on`, `pyproject.toml:14:9`. */
  readonly get: (name: string) => { readonly written: Written; readonly where: string } | undefined;
}

/**
 * Reads every option from the first layer that gives it, else its fallback. An empty text means "use the
 * default", since reusable workflows forward '' for what their caller left out.
 * @throws UserError for a value that is not what the option expects
 */
export function readOptions<S extends OptionSpecs>(
  specs: S,
  layers: readonly OptionLayer[],
): OptionValues<S> {
  const values = Object.entries(specs).map(([name, spec]) => [
    name,
    readOption(name, spec, layers),
  ]);
  // Each entry was made by its own spec's `read`, which is what OptionValues says.
  return Object.fromEntries(values) as OptionValues<S>;
}

function readOption(
  name: string,
  spec: OptionSpec<unknown>,
  layers: readonly OptionLayer[],
): unknown {
  for (const layer of layers) {
    const given = spec.sources.includes(layer.source) ? layer.get(name) : undefined;
    if (given === undefined || isEmpty(given.written)) continue;
    const result = spec.read(given.written);
    if ('value' in result) return result.value;
    throw new UserError(
      `${given.where}: Unexpected value ${shown(given.written)} for \`${name}\`, expected ${result.expected}`,
    );
  }
  return spec.fallback;
}

/** The words for where an option was given (`--checks`, `pyproject.toml:14:9`); undefined where it was not. */
export function whereGiven(name: string, layers: readonly OptionLayer[]): string | undefined {
  for (const layer of layers) {
    const given = layer.get(name);
    if (given !== undefined && !isEmpty(given.written)) return given.where;
  }
  return undefined;
}

const isEmpty = (written: Written): boolean => typeof written === 'string' && written.trim() === '';

const shown = (written: Written): string =>
  typeof written === 'string' ? `\`${written}\`` : `\`${JSON.stringify(written)}\``;
