import { lineIndex, type LineIndex, type Range } from '@pymaint/core';
import { normalizedName } from '../names.ts';
import { parseSpecifiers, type SpecifierSet } from '../specifiers.ts';

const RECIPE = /(^|\/)(conda|recipe|conda[-_.]recipe|\.conda)s?\/([^/]+\/)?(meta|recipe)\.ya?ml$/;

/** True for a conda recipe that lies in a repository beside the package: `conda/meta.yaml`, `conda.recipe/recipe.yaml`. */
export const isRecipePath = (path: string): boolean =>
  /\/(meta|recipe)\.ya?ml$/.test(path) && RECIPE.test(path);

/** One dependency under `requirements: run:`. */
export interface RecipeRequirement {
  /** Normalised as by PEP 503; conda may name a project otherwise than the index does. */
  readonly name: string;
  /** As written, its comment left out. */
  readonly written: string;
  readonly place: Range;
  /** Undefined where conda's own grammar of versions has no counterpart in PEP 440, or a template fills it in. */
  readonly specifiers: SpecifierSet | undefined;
  /** True where a selector, an `if` or a template decides whether it counts. */
  readonly conditional: boolean;
}

/** What a conda recipe (meta.yaml of conda-build, recipe.yaml of rattler-build) says of one package. */
export interface CondaRecipe {
  /** Of the package that it builds, normalised; undefined where a template makes it. */
  readonly name: string | undefined;
  readonly path: string;
  readonly requirements: readonly RecipeRequirement[];
  /** The word `run:`. */
  readonly place: Range;
  /** False where a template may add requirements that are not written here. */
  readonly complete: boolean;
}

/**
 * Reads a recipe line by line, since templates keep it from being YAML. Undefined where it has no plain list under
 * `requirements: run:`, or builds several packages (`outputs:`), each with requirements of its own.
 */
export function readRecipe(path: string, text: string): CondaRecipe | undefined {
  if (/^outputs:/m.test(text)) return undefined;
  const run =
    /^requirements:[^\n]*\n(?:[ \t#\r][^\n]*\n|\n)*?([ \t]+)run:[ \t\r]*(?:#[^\n]*)?\n/m.exec(text);
  if (run === null) return undefined;
  const end = run.index + run[0].length;
  const at = text.lastIndexOf('run:', end);
  const lines = lineIndex(path, text);
  const read = requirementsOf(text, end, run[1]?.length ?? 0, lines);
  return { name: packageName(text), path, place: lines.range(at, at + 4), ...read };
}

/** `package: name:`, its one name put in where a template holds it. */
function packageName(text: string): string | undefined {
  const written = /^package:[ \t\r]*\n(?:[ \t][^\n]*\n)*?[ \t]+name:[ \t]*([^\n#]+)/m.exec(
    text,
  )?.[1];
  const plain = unquoted(written ?? '');
  const variable = /^\$?\{\{[ \t]*(\w+)(?:[ \t]*\|[ \t]*lower)?[ \t]*\}\}$/.exec(plain)?.[1];
  const name =
    variable === undefined
      ? plain
      : unquoted(
          new RegExp(String.raw`\{%-?[ \t]*set[ \t]+${variable}[ \t]*=[ \t]*([^%\n]+)`).exec(
            text,
          )?.[1] ??
            new RegExp(
              String.raw`^context:[ \t\r]*\n(?:[ \t][^\n]*\n)*?[ \t]+${variable}:([^\n#]+)`,
              'm',
            ).exec(text)?.[1] ??
            '',
        );
  return /^[\w.-]+$/.test(name) ? normalizedName(name) : undefined;
}

const unquoted = (text: string): string => text.replaceAll(/-$|["']/g, '').trim();

/** The lines of the list that starts at an offset; it ends where a line stands no deeper than `run:`. */
function requirementsOf(
  text: string,
  from: number,
  depth: number,
  lines: LineIndex,
): Pick<CondaRecipe, 'requirements' | 'complete'> {
  const requirements: RecipeRequirement[] = [];
  let complete = true;
  let templated = 0;
  let list: number | undefined;
  let start = from;
  for (const line of text.slice(from).split('\n')) {
    const at = start;
    start += line.length + 1;
    const bare = line.trim();
    if (bare === '' || bare.startsWith('#')) continue;
    if (bare.startsWith('{%')) {
      templated += /^\{%-?\s*(?:if|for)/.test(bare) ? 1 : /^\{%-?\s*end/.test(bare) ? -1 : 0;
      if (/^\{%-?\s*for/.test(bare)) complete = false;
      continue;
    }
    const indent = line.length - line.trimStart().length;
    const item = /^\s*(?:-[ \t]+)?(?:(?:then|else):[ \t]*)?(?:-[ \t]+)?/.exec(line)?.[0] ?? '';
    if (indent < depth || (indent === depth && !bare.startsWith('-'))) break;
    list ??= indent;
    const written = line
      .slice(item.length)
      .replace(/(^|[ \t])#.*$/, '')
      .trim();
    if (written === '' || /^(?:if|then|else):/.test(written)) continue;
    const conditional = templated > 0 || indent !== list || /#[ \t]*\[/.test(line);
    const read = requirementOf(written, conditional);
    if (read === undefined) complete = false;
    else {
      const place = lines.range(at + item.length, at + item.length + written.length);
      requirements.push({ ...read, place });
    }
  }
  return { requirements, complete };
}

/** `numpy >=1.20,<2`, `conda-forge::numpy`, `{{ pin_compatible("numpy") }}`; undefined where only a template tells the name. */
function requirementOf(
  written: string,
  conditional: boolean,
): Omit<RecipeRequirement, 'place'> | undefined {
  const pinned = /^["']?\$?\{\{[ \t]*pin_compatible\([ \t]*["']([\w.-]+)["']/.exec(written)?.[1];
  if (pinned !== undefined)
    return { name: normalizedName(pinned), written, specifiers: undefined, conditional };
  const [, name, rest = ''] =
    /^(?:[\w./-]+::)?([\w.-]+)(?![\w.-])(.*)$/.exec(written.replaceAll(/^["']|["']$/g, '')) ?? [];
  if (name === undefined) return undefined;
  return {
    name: normalizedName(name),
    written,
    specifiers: specifiersOf(rest.trim()),
    conditional,
  };
}

/** The part of conda's match specifications that means the same in PEP 440. */
function specifiersOf(text: string): SpecifierSet | undefined {
  if (/[|{}[\]]/.test(text)) return undefined;
  // `=1.2` is any 1.2, and what follows a space is a build, but for another clause.
  const [clauses = ''] = text
    .replaceAll(/,[ \t]+/g, ',')
    .replaceAll(/([<>=!~])[ \t]+/g, '$1')
    .split(/[ \t]/);
  const plain = clauses
    .split(',')
    .map((clause) => clause.replace(/^=(\d[\d.]*?)(?:\.?\*)?$/, '==$1.*'));
  // `1.2.*` bare means the same; `1.2` bare is read one way or another.
  const parsed = parseSpecifiers(
    plain.map((clause) => clause.replace(/^(?=\d.*\.\*$)/, '==')).join(','),
  );
  return parsed.ok ? parsed.set : undefined;
}
