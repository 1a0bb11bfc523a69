import { notKnown } from '@pymaint/core';
import { fileName } from '../names.ts';
import { attributeReading } from '../project/attribute.ts';
import { reading, type VersionReading } from '../project/declared.ts';
import { pythonModule } from '../source/module.ts';
import { folderOf, joinPath, type ProjectFiles } from '../source-tree.ts';
import { pointerTo, textAt, type BackendContext } from './context.ts';

/** `__version__` of the module that flit packages: https://flit.pypa.io/en/stable/pyproject_toml.html */
export function flitVersion(context: BackendContext): VersionReading | undefined {
  const { pyproject, files } = context;
  const old = pyproject.get('tool', 'flit', 'metadata', 'module');
  if (!context.dynamicVersion && old === undefined) return undefined;
  const module = flitModule(context);
  const node =
    pyproject.get('tool', 'flit', 'module', 'name') ?? old ?? pyproject.get('project', 'dynamic');
  const pointer = pointerTo(node, pyproject);
  if (module === undefined)
    return reading(
      'computed',
      'flit',
      pointer,
      undefined,
      notKnown('the module that flit packages is not in the sources'),
    );
  return attributeReading(files, versionFile(files, module), ['__version__'], 'flit', pointer);
}

/** The file of the module that flit packages, whose docstring is the summary where that is dynamic. */
export function flitModule({ pyproject, files, name }: BackendContext): string | undefined {
  const module =
    textAt(pyproject, 'tool', 'flit', 'module', 'name') ??
    textAt(pyproject, 'tool', 'flit', 'metadata', 'module') ??
    (name.known ? fileName(name.value) : '');
  const base = module.replaceAll('.', '/');
  return [`${base}/__init__.py`, `${base}.py`, `src/${base}/__init__.py`, `src/${base}.py`].find(
    (path) => files.read(path) !== undefined,
  );
}

/** Of a package, flit reads several files; a later one in this order takes precedence, `__init__.py` over all. */
function versionFile(files: ProjectFiles, module: string): string {
  if (!module.endsWith('/__init__.py')) return module;
  const folder = folderOf(module);
  const others = ['version.py', '_version.py', '__version__.py'].toReversed();
  const candidates = [...others.map((file) => joinPath(folder, file) ?? file), module];
  const holding = candidates.findLast((path) => {
    const file = files.read(path);
    return (
      file !== undefined && pythonModule(path, file.text).value('__version__').type === 'string'
    );
  });
  return holding ?? module;
}
