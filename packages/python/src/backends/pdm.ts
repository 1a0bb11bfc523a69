import { notKnown } from '@pymaint/core';
import { attributeReading, findModule } from '../project/attribute.ts';
import { reading, type VersionReading } from '../project/declared.ts';
import { pointerTo, textAt, type BackendContext } from './context.ts';
import { filePattern } from './hatchling.ts';
import { vcsReading } from './vcs.ts';

/** What pdm-backend searches where no pattern is given (pdm.backend.hooks.version). */
const DEFAULT_PATTERN = '^(?:__version__|VERSION)\\s*=\\s*["\'](.+?)["\']';

/** `[tool.pdm.version]`: https://backend.pdm-project.org/metadata/ */
export function pdmVersion({ pyproject, files }: BackendContext): VersionReading | undefined {
  const table = pyproject.get('tool', 'pdm', 'version');
  if (table === undefined) return undefined;
  const at = (key: string): string | undefined => textAt(pyproject, 'tool', 'pdm', 'version', key);
  const path = at('path');
  const source = at('source') ?? (path === undefined ? '' : 'file');
  const pointer = pointerTo(pyproject.get('tool', 'pdm', 'version', 'source') ?? table, pyproject);
  if (source === 'scm') return vcsReading('pdm-backend', pointer);
  if (source === 'file' && path !== undefined)
    return filePattern(
      files.read(path),
      files.at(path),
      at('pattern'),
      DEFAULT_PATTERN,
      'pdm-backend',
      pointer,
    );
  const getter = at('getter');
  if (source === 'call' && getter !== undefined) {
    const [module = '', name = ''] = getter.split(':');
    const file = findModule(files, module, ['', 'src']);
    if (file !== undefined && /^\w+$/.test(name))
      return attributeReading(files, file, [name], 'pdm-backend', pointer);
  }
  return reading(
    'computed',
    'pdm-backend',
    pointer,
    undefined,
    notKnown(`\`${getter ?? source}\` runs code`),
  );
}
