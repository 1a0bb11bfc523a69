/** The tools that people trust, and what the gate is compared with. */
export const TOOLS: readonly string[] = [
  'twine==7.0.0',
  'check-wheel-contents==0.6.3',
  'pyroma==5.0.1',
  'validate-pyproject[all]==0.27',
  'check-manifest==0.51',
  'trove-classifiers==2026.9.21.13',
  'packaging==26.3',
  'readme_renderer==46.0',
  'setuptools==84.2.1',
];

/** What the gate has to say where another tool names a fault. */
export interface Answer {
  /** Checks of release-gate one of which names it, too. */
  readonly rules: readonly string[];
  /** Why it may be silent all the same, or is always; undefined where it never may be. */
  readonly silent?: string;
}

const named = (...rules: readonly string[]): Answer => ({ rules });
const silent = (why: string, ...rules: readonly string[]): Answer => ({ rules, silent: why });

const DESCRIPTION = ['metadata/description-renders', 'artifact/description-renders'] as const;

/** By tool, then by the kind of fault as the tool names it. */
export const ANSWERS: { readonly [tool: string]: { readonly [kind: string]: Answer } } = {
  'twine check --strict': {
    rendering: named(...DESCRIPTION),
    'no-content-type': named('artifact/description-renders'),
    'no-description': named('artifact/description-renders'),
    metadata: named('artifact/core-metadata', 'metadata/licence', 'metadata/summary'),
  },
  'check-wheel-contents': {
    W001: named('artifact/no-strange-files'),
    W002: silent(
      'Two files may hold the same: licences, empty stubs and fixtures are copied on purpose.',
    ),
    W003: named('artifact/no-stray-packages'),
    W004: silent(
      'A module whose name is no identifier is loaded by `importlib`, as rich loads its tables; what cannot be imported is named by `artifact/imports`.',
    ),
    W005: named('artifact/no-stray-packages'),
    W006: named('artifact/no-stray-packages'),
    W007: named('artifact/no-stray-packages'),
    W008: named('artifact/no-stray-packages'),
    W009: silent('A distribution may hold several packages, such as `attr` and `attrs`.'),
    W010: named('artifact/no-stray-packages'),
  },
  pyroma: {
    'Summary-missing': named('artifact/metadata-complete'),
    Summary: silent('How long a summary is to be is a matter of taste.'),
    Description: silent(
      'How long a description is to be is a matter of taste; one that is missing is named.',
      'artifact/description-renders',
    ),
    Classifiers: silent('Classifiers are optional.'),
    ClassifierVerification: named('metadata/classifiers', 'artifact/core-metadata'),
    PythonClassifierVersion: silent(
      '`requires-python` says it for installers; classifiers that contradict it are named by `dependencies/requires-python-matches-classifiers`.',
    ),
    PythonRequiresVersion: named('artifact/metadata-complete', 'artifact/core-metadata'),
    Keywords: silent('Keywords are optional, and no search of the index asks for them.'),
    Author: silent(
      'A maintainer will do, or an address; where there is nobody it is named.',
      'artifact/metadata-complete',
    ),
    AuthorEmail: silent(
      'Many projects keep addresses to themselves; where there is nobody at all it is named.',
      'artifact/metadata-complete',
    ),
    Url: named('artifact/metadata-complete'),
    Licensing: named('artifact/metadata-complete', 'artifact/core-metadata', 'metadata/licence'),
    ValidREST: named(...DESCRIPTION),
    DevStatusClassifier: silent('The version says how stable a release is.'),
    MissingPyProjectToml: silent(
      'A project with `setup.py` alone builds by PEP 517’s default; `artifact/builds` shows whether it does.',
    ),
  },
  'validate-pyproject': {
    'data.project.classifiers': named('metadata/classifiers'),
    'data.project.license': named('metadata/licence', 'project/readable'),
    'data.project.urls': named('metadata/urls', 'project/readable'),
    'data.project.dependencies': named('dependencies/parse'),
    'data.project.requires-python': named('project/readable'),
    'data.project': named('project/readable'),
  },
  'check-manifest': {
    'missing-from-sdist': silent(
      'Hidden files, those of CI services and locks serve the repository alone, and what the project leaves out by a setting it leaves out on purpose.',
      'artifact/sdist-complete',
    ),
    'missing-from-vcs': silent(
      'What only the build makes, such as a version file, belongs into the sdist and not into git.',
    ),
    'generated-file': silent(
      'That `PKG-INFO` or a compiled catalogue is tracked does the built files no harm; bytecode and backups in them are named.',
      'artifact/no-strange-files',
    ),
  },
};
