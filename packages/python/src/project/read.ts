import {
  fileStart,
  known,
  notApplicable,
  tomlDocument,
  type Fact,
  type Problem,
} from '@pymaint/core';
import { backendOf } from '../backends/build-system.ts';
import type { BackendContext } from '../backends/context.ts';
import { flitModule, flitVersion } from '../backends/flit.ts';
import { hatchlingVersion } from '../backends/hatchling.ts';
import { maturinVersion } from '../backends/maturin.ts';
import { mesonVersion } from '../backends/meson.ts';
import { pdmVersion } from '../backends/pdm.ts';
import { poetryVersion } from '../backends/poetry.ts';
import { scikitBuildVersion } from '../backends/scikit-build-core.ts';
import { readSetupPy } from '../backends/setup-py.ts';
import { setuptoolsVersion } from '../backends/setuptools.ts';
import { iniDocument } from '../ini.ts';
import { pythonModule } from '../source/module.ts';
import { projectFiles, type SourceTree } from '../source-tree.ts';
import { checkProjectTable } from './check-table.ts';
import { checkValues } from './check-values.ts';
import { reading, staticReading, type VersionReading } from './declared.ts';
import { doubtAbsent, mergeMetadata, noMetadata } from './metadata.ts';
import { poetryMetadata } from './poetry-table.ts';
import { dependencyGroupsOf, projectTableMetadata } from './project-table.ts';
import { setupCfgMetadata } from './setup-cfg.ts';
import { setuptoolsDynamic } from './setuptools-dynamic.ts';
import { listAt, stringAt } from './toml-entries.ts';
import type { BackendId, Metadata, Project } from './types.ts';

/** Where each backend takes the version from when the configuration does not give it as such. */
const VERSION_READERS: {
  readonly [backend in BackendId]: (context: BackendContext) => VersionReading | undefined;
} = {
  setuptools: setuptoolsVersion,
  hatchling: hatchlingVersion,
  flit: flitVersion,
  poetry: poetryVersion,
  pdm: pdmVersion,
  mesonpy: mesonVersion,
  maturin: maturinVersion,
  'scikit-build-core': scikitBuildVersion,
  uv: () => undefined,
  other: () => undefined,
};

/**
 * Reads the project in a folder of the tree, by its build backend's own rules and without running anything.
 * Undefined where the folder has neither pyproject.toml nor setup.cfg nor setup.py. Total: a broken file gives
 * problems and unknown facts.
 */
export function readProject(tree: SourceTree, folder = ''): Project | undefined {
  const context = contextOf(tree, folder);
  const { pyproject, setupCfg, setupPy } = context;
  const style = styleOf(context);
  if (style === undefined) return undefined;
  const metadata = metadataOf(context, style);
  const version = versionOf({ ...context, name: metadata.name }, metadata);
  const read = { ...withModule(context, metadata), version: version.version };
  return {
    ...read,
    folder,
    file:
      style === 'setup.cfg'
        ? (setupCfg?.path ?? '')
        : style === 'setup.py'
          ? (setupPy?.path ?? '')
          : pyproject.path,
    style,
    backend: context.backend,
    versionSource: version.source,
    dynamic: valueOr(listAt(pyproject, 'project', 'dynamic'), []),
    dependencyGroups: dependencyGroupsOf(pyproject),
    tagBuild: tagBuildOf(context),
    problems: problemsOf(context, read, version),
  };
}

type Context = BackendContext & { readonly hasPyproject: boolean };

function contextOf(tree: SourceTree, folder: string): Context {
  const files = projectFiles(tree, folder);
  const text = files.read('pyproject.toml');
  const pyproject = tomlDocument(files.at('pyproject.toml'), text?.text ?? '');
  const cfg = files.read('setup.cfg');
  const py = files.read('setup.py');
  return {
    files,
    pyproject,
    hasPyproject: text !== undefined,
    setupCfg: cfg && iniDocument(cfg.path, cfg.text),
    setupPy: py && readSetupPy(py),
    backend: backendOf(pyproject),
    name: notApplicable('it is not read yet'),
    dynamicVersion: valueOr(listAt(pyproject, 'project', 'dynamic'), []).some(
      (entry) => entry.text === 'version',
    ),
  };
}

const valueOr = <T>(fact: Fact<T>, otherwise: T): T => (fact.known ? fact.value : otherwise);

/** A pyproject.toml that only configures tools leaves the description to setup.cfg or setup.py. */
function styleOf(context: Context): Project['style'] | undefined {
  const { pyproject, setupCfg, setupPy, hasPyproject } = context;
  if (pyproject.get('project') !== undefined) return 'project';
  if (pyproject.get('tool', 'poetry', 'name') !== undefined) return 'poetry';
  if (setupCfg?.get('metadata', 'name') !== undefined) return 'setup.cfg';
  if (setupPy !== undefined) return 'setup.py';
  if (setupCfg?.sections.has('metadata') === true) return 'setup.cfg';
  return hasPyproject ? 'project' : undefined;
}

function metadataOf(context: Context, style: Project['style']): Metadata {
  const { pyproject, setupCfg, setupPy, backend } = context;
  const why = pyproject.ok
    ? `${pyproject.path} does not declare it`
    : `${pyproject.path} could not be read`;
  const table = style === 'project' ? projectTableMetadata(pyproject) : noMetadata(why);
  if (backend.id === 'poetry') return mergeMetadata(table, poetryMetadata(pyproject));
  if (backend.id !== 'setuptools') return table;
  const older = mergeMetadata(
    setupPy?.metadata ?? noMetadata(why),
    setupCfg ? setupCfgMetadata(setupCfg) : noMetadata(why),
  );
  if (style === 'project') {
    const named = mergeMetadata(setuptoolsDynamic(pyproject, context.files), older);
    return mergeMetadata(table, onlyDynamic(context, named));
  }
  return setupPy?.complete === false ? doubtAbsent(older, `${setupPy.path} computes it`) : older;
}

const DYNAMIC_KEYS: { readonly [key: string]: keyof Metadata } = {
  description: 'description',
  'requires-python': 'requiresPython',
  dependencies: 'dependencies',
  'optional-dependencies': 'optionalDependencies',
  classifiers: 'classifiers',
  keywords: 'keywords',
  license: 'license',
  readme: 'readme',
  urls: 'urls',
  scripts: 'scripts',
  'entry-points': 'entryPoints',
};

/** Beside `[project]`, setuptools takes of the older files only what `dynamic` names. */
function onlyDynamic({ pyproject }: Context, older: Metadata): Metadata {
  const named = valueOr(listAt(pyproject, 'project', 'dynamic'), []).flatMap(
    ({ text }) => DYNAMIC_KEYS[text] ?? [],
  );
  const taken = Object.fromEntries(named.map((key) => [key, older[key]])) as Partial<Metadata>;
  return { ...noMetadata(`${pyproject.path} does not declare it`), ...taken };
}

function versionOf(context: Context, { version }: Metadata): VersionReading {
  const { pyproject, backend } = context;
  const table = stringAt(pyproject, 'project', 'version');
  if (table.known || table.because === 'not-known') {
    const found = staticReading(table, backend.id);
    if (found !== undefined) return found;
  }
  const read = VERSION_READERS[backend.id](context);
  if (read !== undefined) return read;
  return version.known
    ? {
        source: {
          kind: 'static',
          by: backend.id,
          path: version.place.path,
          pointer: version.place,
        },
        version,
      }
    : reading(
        'none',
        backend.id,
        pyproject.get('project')?.range ?? fileStart(pyproject.path),
        undefined,
        version,
      );
}

/** Where flit makes the summary of the module's docstring. */
function withModule(context: Context, metadata: Metadata): Metadata {
  if (context.backend.id !== 'flit' || metadata.description.known) return metadata;
  const path = flitModule({ ...context, name: metadata.name });
  const file = path === undefined ? undefined : context.files.read(path);
  const docstring = file && pythonModule(file.path, file.text).docstring;
  const line = docstring?.value.trimStart().split('\n', 1)[0];
  return docstring === undefined || line === undefined
    ? metadata
    : { ...metadata, description: known(line, docstring.range) };
}

/** `tag_build` of setup.cfg or `[tool.distutils.egg_info]`: the built version is not the written one. */
function tagBuildOf({ setupCfg, pyproject }: Context): Fact<string> {
  const table = stringAt(pyproject, 'tool', 'distutils', 'egg_info', 'tag-build');
  const other = table.known
    ? table
    : stringAt(pyproject, 'tool', 'distutils', 'egg_info', 'tag_build');
  if (other.known) return other;
  const option = setupCfg?.get('egg_info', 'tag_build');
  return option === undefined || option.value === ''
    ? notApplicable('nothing is added to the version')
    : known(option.value, option.range);
}

function problemsOf(
  context: Context,
  metadata: Metadata,
  version: VersionReading,
): readonly Problem[] {
  const { pyproject, setupCfg } = context;
  if (!pyproject.ok) return pyproject.problems;
  return [
    ...(setupCfg?.problems ?? []),
    ...checkProjectTable(pyproject),
    ...checkValues(metadata),
    ...missingParts(context, metadata, version),
  ];
}

/** What `dynamic` leaves to a build backend whose rules are not known here cannot be missed. */
const isLeftTo = ({ pyproject, backend }: Context, key: string): boolean =>
  backend.id === 'other' &&
  valueOr(listAt(pyproject, 'project', 'dynamic'), []).some(({ text }) => text === key);

/** `[project]` must name the project, and give the version or leave it to the backend. */
function missingParts(
  context: Context,
  { name }: Metadata,
  { source }: VersionReading,
): readonly Problem[] {
  const { pyproject } = context;
  const table = pyproject.get('project');
  if (table?.type !== 'table') return [];
  // A pyproject.toml without a build system may belong to an application that is never built.
  const level = pyproject.get('build-system') === undefined ? { level: 'notice' as const } : {};
  const missing = (key: string, remedy: string): Problem => ({
    message: `Unexpected [project] without \`${key}\`, expected it to be given`,
    place: table.range,
    remedy,
    ...level,
  });
  const problems: Problem[] = [];
  if (!name.known && name.because === 'not-applicable')
    problems.push(missing('name', 'Add `name = "…"`.'));
  if (source.kind === 'none' && !isLeftTo(context, 'version'))
    problems.push(
      missing(
        'version',
        'Add `version = "…"`, or `dynamic = ["version"]` and tell the build backend where it is.',
      ),
    );
  return problems;
}
