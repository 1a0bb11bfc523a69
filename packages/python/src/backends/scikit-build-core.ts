import { notKnown } from '@pymaint/core';
import { reading, type VersionReading } from '../project/declared.ts';
import { pointerTo, textAt, type BackendContext } from './context.ts';
import { filePattern } from './hatchling.ts';
import { vcsReading } from './vcs.ts';

/** The default of scikit_build_core.metadata.regex. */
const DEFAULT_PATTERN = '(?i)^(__version__|VERSION)(?: ?: ?str)? *= *([\'"])v?(?P<value>.+?)\\2';

/** `[tool.scikit-build.metadata.version]`: https://scikit-build-core.readthedocs.io/en/latest/configuration/dynamic.html */
export function scikitBuildVersion({
  pyproject,
  files,
}: BackendContext): VersionReading | undefined {
  const table = pyproject.get('tool', 'scikit-build', 'metadata', 'version');
  if (table === undefined) return undefined;
  const at = (key: string): string | undefined =>
    textAt(pyproject, 'tool', 'scikit-build', 'metadata', 'version', key);
  const provider = at('provider') ?? '';
  const pointer = pointerTo(
    pyproject.get('tool', 'scikit-build', 'metadata', 'version', 'provider') ?? table,
    pyproject,
  );
  if (provider.endsWith('.setuptools_scm')) return vcsReading('setuptools-scm', pointer);
  const path = at('input');
  const by = 'scikit-build-core';
  if (!provider.endsWith('.regex') || path === undefined)
    return reading(
      'computed',
      by,
      pointer,
      undefined,
      notKnown(`the provider \`${provider}\` runs code`),
    );
  // A result that is put together of several groups stands nowhere as one text.
  if (at('result') !== undefined)
    return reading(
      'regex',
      by,
      pointer,
      files.at(path),
      notKnown(`it is put together as \`${at('result')}\``),
    );
  return filePattern(files.read(path), files.at(path), at('regex'), DEFAULT_PATTERN, by, pointer);
}
