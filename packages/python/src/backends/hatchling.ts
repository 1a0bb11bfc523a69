import { notKnown, type Place, type TomlDocument } from '@pymaint/core';
import { attributeReading, findModule } from '../project/attribute.ts';
import { declared, reading, type VersionReading } from '../project/declared.ts';
import { searchPattern } from '../project/pattern.ts';
import { fileName } from '../names.ts';
import { pointerTo, textAt, type BackendContext } from './context.ts';
import { vcsReading } from './vcs.ts';

/** What hatchling searches where no pattern is given (hatchling.version.core). */
const DEFAULT_PATTERN = '(?i)^(__version__|VERSION) *= *([\'"])v?(?P<version>.+?)\\2';

/** Version sources of plugins that make the version of tags, by their names in `[tool.hatch.version] source`. */
const VCS_SOURCES: { readonly [source: string]: string } = {
  vcs: 'hatch-vcs',
  'uv-dynamic-versioning': 'uv-dynamic-versioning',
  versioningit: 'versioningit',
  dunamai: 'dunamai',
};

/** `[tool.hatch.version]`: https://hatch.pypa.io/latest/version/ */
export function hatchlingVersion(context: BackendContext): VersionReading | undefined {
  const { pyproject } = context;
  const table = pyproject.get('tool', 'hatch', 'version');
  if (table === undefined) return undefined;
  const source = textAt(pyproject, 'tool', 'hatch', 'version', 'source') ?? 'regex';
  const pointer = pointerTo(
    pyproject.get('tool', 'hatch', 'version', 'source') ?? table,
    pyproject,
  );
  const vcs = VCS_SOURCES[source];
  if (vcs !== undefined) return vcsReading(vcs, pointer);
  switch (source) {
    case 'regex':
      return patternReading(context);
    case 'code':
      return codeReading(context, pyproject);
    case 'incremental':
      return incrementalReading(context, pointer);
    default:
      return reading(
        'computed',
        `hatchling (${source})`,
        pointer,
        undefined,
        notKnown(`the version source \`${source}\` runs code`),
      );
  }
}

function patternReading({ pyproject, files }: BackendContext): VersionReading {
  const path = textAt(pyproject, 'tool', 'hatch', 'version', 'path');
  const pattern = textAt(pyproject, 'tool', 'hatch', 'version', 'pattern');
  const pointer = pointerTo(pyproject.get('tool', 'hatch', 'version', 'path'), pyproject);
  return filePattern(
    files.read(path ?? ''),
    files.at(path ?? ''),
    pattern || undefined,
    DEFAULT_PATTERN,
    'hatchling',
    pointer,
  );
}

/** The version that a pattern finds in a file; `regex` where the project gave the pattern itself. */
export function filePattern(
  file: { readonly path: string; readonly text: string } | undefined,
  path: string,
  own: string | undefined,
  usual: string,
  by: string,
  pointer: Place,
): VersionReading {
  const kind = own === undefined ? 'attr' : 'regex';
  if (file === undefined)
    return reading(kind, by, pointer, path, notKnown(`${path} is not in the sources`));
  const result = searchPattern(file, own ?? usual, ['version', 'value', 1]);
  return reading(
    kind,
    by,
    pointer,
    path,
    result.found ? declared(result.match.text, result.match.place) : notKnown(result.why),
  );
}

/** `source = "code"` imports the file; what its literals say is read instead, and the rest stays unknown. */
function codeReading({ files }: BackendContext, pyproject: TomlDocument): VersionReading {
  const path = textAt(pyproject, 'tool', 'hatch', 'version', 'path') ?? '';
  const expression = textAt(pyproject, 'tool', 'hatch', 'version', 'expression') ?? '__version__';
  const pointer = pointerTo(pyproject.get('tool', 'hatch', 'version', 'path'), pyproject);
  if (!/^[\w.]+$/.test(expression))
    return reading(
      'computed',
      'hatchling',
      pointer,
      files.at(path),
      notKnown(`\`${expression}\` runs code`),
    );
  return attributeReading(files, path, expression.split('.'), 'hatchling', pointer);
}

/** https://pypi.org/project/incremental/: `_version.py` of the package that `[tool.incremental]` or `[project]` names. */
export function incrementalReading(context: BackendContext, pointer: Place): VersionReading {
  const { files, name, pyproject } = context;
  const project =
    textAt(pyproject, 'tool', 'incremental', 'name') ?? (name.known ? name.value : '');
  const folder = textAt(pyproject, 'tool', 'incremental', 'path');
  const base = fileName(project);
  const path =
    folder === undefined
      ? findModule(files, `${base}._version`, ['src', ''])
      : `${folder}/_version.py`;
  return attributeReading(
    files,
    path ?? `src/${base}/_version.py`,
    ['__version__'],
    'incremental',
    pointer,
  );
}
