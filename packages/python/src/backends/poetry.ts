import { staticReading, type VersionReading } from '../project/declared.ts';
import { stringAt } from '../project/toml-entries.ts';
import { pointerTo, requiresOneOf, type BackendContext } from './context.ts';
import { vcsReading } from './vcs.ts';

/** `[tool.poetry] version`, or tags where poetry-dynamic-versioning is switched on. */
export function poetryVersion({ pyproject, backend }: BackendContext): VersionReading | undefined {
  const plugin = pyproject.get('tool', 'poetry-dynamic-versioning');
  const enabled = pyproject.get('tool', 'poetry-dynamic-versioning', 'enable');
  const on = enabled?.type === 'boolean' ? enabled.value : false;
  if (on && requiresOneOf(backend, 'poetry-dynamic-versioning'))
    return vcsReading('poetry-dynamic-versioning', pointerTo(plugin, pyproject));
  return staticReading(stringAt(pyproject, 'tool', 'poetry', 'version'), 'poetry');
}
