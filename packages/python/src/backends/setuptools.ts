import { lineIndex, notKnown, type Place } from '@pymaint/core';
import { attributeReading, findModule } from '../project/attribute.ts';
import { declared, reading, staticReading, type VersionReading } from '../project/declared.ts';
import { setupCfgText } from '../project/setup-cfg.ts';
import type { ProjectFiles } from '../source-tree.ts';
import { pointerTo, requiresOneOf, textAt, type BackendContext } from './context.ts';
import { vcsReading } from './vcs.ts';

/**
 * The version as setuptools gets it: setup.py, setup.cfg, `[tool.setuptools.dynamic]`, then the plugins that make
 * it of tags. https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html
 */
export function setuptoolsVersion(context: BackendContext): VersionReading | undefined {
  const { pyproject, setupPy, backend, dynamicVersion } = context;
  const hasTable = pyproject.get('project') !== undefined;
  // Where [project] stands and does not list `version`, setuptools ignores what the other files say.
  if (hasTable && !dynamicVersion) return undefined;
  const dynamic = pyproject.get('tool', 'setuptools', 'dynamic', 'version');
  if (hasTable && dynamic !== undefined) return dynamicReading(context);
  const older = setupPy?.version(context.files) ?? setupCfgReading(context);
  if (older !== undefined) return older;
  const scm = pyproject.get('tool', 'setuptools_scm') ?? pyproject.get('tool', 'setuptools-scm');
  if (
    scm !== undefined ||
    requiresOneOf(backend, 'setuptools-scm', 'setuptools-git-versioning', 'versioningit', 'pbr')
  )
    return vcsReading(
      'setuptools-scm',
      pointerTo(scm ?? pyproject.get('build-system', 'requires'), pyproject),
    );
  if (setupPy?.complete !== false) return undefined;
  const pointer = { path: setupPy.path, line: 1, column: 1 };
  return reading(
    'computed',
    'setuptools',
    pointer,
    setupPy.path,
    notKnown(`${setupPy.path} computes it`),
  );
}

function dynamicReading({ pyproject, files }: BackendContext): VersionReading {
  const keys = ['tool', 'setuptools', 'dynamic', 'version'] as const;
  const pointer = pointerTo(pyproject.get(...keys), pyproject);
  const attr = textAt(pyproject, ...keys, 'attr');
  if (attr !== undefined)
    return setuptoolsAttr(
      files,
      attr,
      packageFolders(pyproject),
      pointerTo(pyproject.get(...keys, 'attr'), pyproject),
    );
  const file = pyproject.get(...keys, 'file');
  const path = file?.type === 'array' ? file.items[0] : file;
  if (path?.type === 'string') return wholeFile(files, path.value, path.range);
  return reading(
    'computed',
    'setuptools',
    pointer,
    undefined,
    notKnown('it has neither `attr` nor `file`'),
  );
}

function packageFolders(pyproject: BackendContext['pyproject']): readonly string[] {
  const folders = pyproject.get('tool', 'setuptools', 'package-dir');
  const where = pyproject.get('tool', 'setuptools', 'packages', 'find', 'where');
  const named = folders?.type === 'table' ? [...folders.entries.values()] : [];
  const root = named.find(({ key }) => key === '')?.value;
  const found = where?.type === 'array' ? where.items : [];
  const texts = [root, ...found].flatMap((node) => (node?.type === 'string' ? [node.value] : []));
  return [...texts, 'src', ''];
}

/** `attr`: a module, then a name in it; `package.module.name`, without running it where it is a literal. */
export function setuptoolsAttr(
  files: ProjectFiles,
  attr: string,
  folders: readonly string[],
  pointer: Place,
): VersionReading {
  const parts = attr.trim().split('.');
  const name = parts.pop() ?? '';
  const path = findModule(files, parts.join('.'), folders);
  if (path === undefined)
    return reading(
      'computed',
      'setuptools',
      pointer,
      undefined,
      notKnown(`the module \`${parts.join('.')}\` is not in the sources`),
    );
  if (/versioneer|get_versions/.test(files.read(path)?.text ?? '') && requiresVersioneer(files))
    return vcsReading('versioneer', pointer);
  return attributeReading(files, path, [name], 'setuptools', pointer);
}

const requiresVersioneer = (files: ProjectFiles): boolean =>
  files.read('versioneer.py') !== undefined ||
  (files.read('pyproject.toml')?.text ?? '').includes('[tool.versioneer]');

/** `file`: the whole text of a file, white space around it taken off. */
export function wholeFile(files: ProjectFiles, path: string, pointer: Place): VersionReading {
  const file = files.read(path);
  if (file === undefined)
    return reading(
      'file',
      'setuptools',
      pointer,
      files.at(path),
      notKnown(`${files.at(path)} is not in the sources`),
    );
  const text = file.text.trim();
  const start = file.text.length - file.text.trimStart().length;
  const place = lineIndex(file.path, file.text).range(start, start + text.length);
  return reading('file', 'setuptools', pointer, file.path, declared(text, place));
}

/** `[metadata] version`: a text, `attr:` or `file:`. */
function setupCfgReading({ setupCfg, files }: BackendContext): VersionReading | undefined {
  const option = setupCfg?.get('metadata', 'version');
  if (setupCfg === undefined || option === undefined || option.value === '') return undefined;
  const attr = /^attr:\s*(\S+)/.exec(option.value)?.[1];
  const file = /^file:\s*([^\s,]+)/.exec(option.value)?.[1];
  if (attr !== undefined) {
    const root = /(?:^|\n)\s*=\s*(\S+)/.exec(
      setupCfg.get('options', 'package_dir')?.value ?? '',
    )?.[1];
    const where = setupCfg.get('options.packages.find', 'where')?.value;
    return setuptoolsAttr(files, attr, [root ?? '', where ?? '', 'src', ''], option.range);
  }
  if (file !== undefined) return wholeFile(files, file, option.range);
  return staticReading(setupCfgText(setupCfg, 'metadata', 'version'), 'setuptools');
}
