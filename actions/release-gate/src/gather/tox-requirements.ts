import { iniDocument, type IniDocument } from '@pymaint/python';
import type { Requirements } from './requirements.ts';
import { settingOf, tableOf, textsOf, type Sources } from './sources.ts';

/**
 * What tox would install for an environment: `deps` and `extras` of `[testenv:NAME]`, of `[testenv]` where there is no such
 * one or NAME is empty, or of `[tool.tox.env_run_base]` (tox.wiki, "Configuration"). What stands under a condition is left
 * out, and the project itself is installed from its wheel anyway.
 */
export async function toxRequirements(
  sources: Sources,
  names: readonly string[],
  provided: readonly string[],
): Promise<Requirements | undefined> {
  const text = sources.files.includes('tox.ini') ? await sources.read('tox.ini') : undefined;
  const found =
    text === undefined
      ? fromPyproject(sources, names)
      : fromIni(iniDocument('tox.ini', text), names);
  if (found === undefined) return undefined;
  const lines = found.deps.map(plain).filter((line) => line !== '');
  const files = lines.flatMap(
    (line) => /^(?:-r|--requirement)[ =]?\s*(\S+)$/.exec(line)?.[1] ?? [],
  );
  const requirements = lines.filter((line) => /^\w/.test(line));
  const extras = provided.filter((extra) => found.extras.includes(extra));
  const kept = files.filter((path) => sources.files.includes(path));
  return requirements.length + kept.length + extras.length === 0
    ? undefined
    : { extras, requirements, files: kept, from: [found.from] };
}

interface Written {
  readonly deps: readonly string[];
  readonly extras: readonly string[];
  readonly from: string;
}

function fromIni(document: IniDocument, names: readonly string[]): Written | undefined {
  const section = names
    .map((name) => document.sections.get(name === '' ? 'testenv' : `testenv:${name}`))
    .find((one) => one !== undefined);
  if (section === undefined) return undefined;
  return {
    deps: expanded(document, section.name, new Set()),
    extras: (section.options.get('extras')?.value ?? '').split(/[\s,]+/),
    from: `\`deps\` of [${section.name}] in tox.ini`,
  };
}

/** The lines of `deps`, with those of other sections that they name: `{[testenv:lint]deps}`. */
function expanded(document: IniDocument, name: string, seen: Set<string>): readonly string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const lines = document.sections.get(name)?.options.get('deps')?.lines ?? [];
  return lines.flatMap(({ text }) => {
    const other = /^\{\[([^\]]+)\]deps\}$/.exec(text)?.[1];
    return other === undefined ? [text] : expanded(document, other, seen);
  });
}

function fromPyproject(sources: Sources, names: readonly string[]): Written | undefined {
  const table = tableOf(settingOf(sources, 'tool', 'tox'));
  const envs = tableOf(table['env']);
  const found = names
    .map((name) => (name === '' ? table['env_run_base'] : envs[name]))
    .find((one) => one !== undefined);
  if (found === undefined) return undefined;
  return {
    deps: textsOf(tableOf(found)['deps']),
    extras: textsOf(tableOf(found)['extras']),
    from: '`deps` in [tool.tox]',
  };
}

/** A line without the folder that tox would put in; nothing where a factor or a substitution decides. */
const plain = (line: string): string => {
  const text = line.replaceAll(/\{(?:toxinidir|tox_root)\}\/?/g, '').trim();
  // `py39: x` is for some environments alone; `a @ https://b` and `name:extra` are none of these.
  return /[{}]/.test(text) || /^[!\w,{}.-]+:\s/.test(text) ? '' : text;
};
