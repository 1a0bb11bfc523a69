import { formatPlace, lineIndex, type Range } from '@pymaint/core';
import { diskTree, pinnedSdists, unpackedSdist } from '@pymaint/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalizedName } from '../names.ts';
import { parseRequirement, type Requirement } from '../pep508.ts';
import type { Marker } from '../markers.ts';
import type { SourceTree } from '../source-tree.ts';
import { readProject } from './read.ts';
import type { Project } from './types.ts';

interface Read {
  readonly tree: SourceTree;
  readonly project: Project;
  readonly info: ReadonlyMap<string, readonly string[]>;
  readonly version: string;
}

const corpus = new Map<string, Read>();

beforeAll(async () => {
  for (const { name, version } of await pinnedSdists()) {
    const tree = diskTree(await unpackedSdist(name));
    const project = readProject(tree);
    if (project === undefined) throw new Error(`${name} was not read as a project`);
    corpus.set(name, { tree, project, info: headers(tree.read('PKG-INFO') ?? ''), version });
  }
}, 600_000);

/** The headers of PKG-INFO (core metadata specification), each with all its values. */
function headers(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  for (const line of head.split(/\r?\n/)) {
    const match = /^([A-Za-z-]+): (.*)$/.exec(line);
    if (match !== null)
      found.set(match[1] ?? '', [...(found.get(match[1] ?? '') ?? []), match[2] ?? '']);
  }
  return found;
}

const entry = (name: string): Read => {
  const found = corpus.get(name);
  if (found === undefined) throw new Error(`${name} is not pinned`);
  return found;
};

const textAt = ({ tree }: Read, place: Range): string => {
  const text = tree.read(place.path) ?? '';
  const index = lineIndex(place.path, text);
  return text.slice(
    index.offset(place.line, place.column),
    index.offset(place.endLine, place.endColumn),
  );
};

/** Found by hand in the unpacked trees: kind, who reads it, where it stands, what stands there. */
const VERSIONS = `
aiohttp        attr    setuptools         aiohttp/__init__.py:1:16          3.14.5
alembic        attr    setuptools         alembic/__init__.py:5:16          1.20.1
anyio          vcs     setuptools-scm
attrs          vcs     hatch-vcs
black          vcs     hatch-vcs
build          attr    flit               src/build/__init__.py:29:16       1.6.1
cattrs         vcs     hatch-vcs
celery         regex   setuptools         celery/__init__.py:28:16          5.7.0
click          static  flit               pyproject.toml:3:12               8.5.1
click-plugins  regex   setuptools         click_plugins/__init__.py:27:16   1.1.1.2
coverage       call    setuptools         coverage/version.py:11:17         7, 17, 3, "final", 0
cryptography   static  maturin            pyproject.toml:19:12              50.0.2
dask           vcs     setuptools-scm
datasette      regex   setuptools         datasette/version.py:1:16         0.65.5
django         call    setuptools         django/__init__.py:3:11           (6, 1, 3, "final", 0)
docutils       attr    flit               docutils/__init__.py:88:16        0.23
dunamai        static  poetry             pyproject.toml:3:12               1.26.5
fastapi        static  pdm                pyproject.toml:57:12              0.165.0
filelock       vcs     hatch-vcs
flake8         attr    setuptools         src/flake8/__init__.py:20:16      7.5.0
flask          static  flit               pyproject.toml:3:12               3.1.3
hatch          vcs     hatch-vcs
hatchling      attr    hatchling          src/hatchling/__about__.py:1:16   1.33.0
httpx          attr    hatchling          httpx/__version__.py:3:16         0.28.1
hypothesis     cargo   maturin            rust/Cargo.toml:3:12              6.170.15
iniconfig      vcs     setuptools-scm
isort          vcs     hatch-vcs
jsonschema     vcs     hatch-vcs
keepachangelog attr    setuptools         keepachangelog/version.py:6:16    2.0.0
loguru         attr    flit               loguru/__init__.py:14:16          0.7.3
lxml           computed setuptools
markupsafe     static  setuptools         pyproject.toml:3:12               3.0.4
marshmallow    static  flit               pyproject.toml:3:12               4.4.0
mistune        attr    setuptools         src/mistune/__init__.py:108:16    3.4.0
mkdocs         attr    hatchling          mkdocs/__init__.py:5:16           1.6.1
myst-parser    attr    flit               myst_parser/__init__.py:6:16      5.2.0
nbconvert      attr    hatchling          nbconvert/_version.py:6:16        7.17.2
networkx       attr    setuptools         networkx/__init__.py:11:16        3.7
numpy          static  mesonpy            pyproject.toml:10:12              2.5.5
packaging      attr    flit               src/packaging/__init__.py:9:16    26.3
pillow         attr    setuptools         src/PIL/_version.py:4:16          13.0.0
pip            attr    flit               src/pip/__init__.py:3:16          26.3
pip-tools      vcs     setuptools-scm
pluggy         vcs     setuptools-scm
poetry         static  poetry             pyproject.toml:3:12               2.5.1
psutil         regex   setuptools         psutil/__init__.py:206:16         7.2.2
pybind11       regex   scikit-build-core
pydantic       attr    hatchling          pydantic/version.py:11:12         2.14.3
pydantic-core  cargo   maturin            Cargo.toml:3:12                   2.50.4
pyperf         attr    setuptools         pyperf/__init__.py:3:11           (2, 10, 0)
pytest         vcs     setuptools-scm
pytest-cov     static  hatchling          pyproject.toml:8:12               7.1.0
python-dateutil vcs    hatch-vcs
requests       attr    setuptools         src/requests/__version__.py:8:16  2.34.2
rich           static  poetry             pyproject.toml:5:12               15.0.0
rpds-py        cargo   maturin            Cargo.toml:3:12                   2026.9.1
scrapy         regex   hatchling          scrapy/VERSION:1:1                2.19.0
scriv          attr    setuptools         src/scriv/__init__.py:5:16        1.8.0
setuptools     static  setuptools         pyproject.toml:13:12              84.2.1
siphash24      static  mesonpy            pyproject.toml:14:12              1.9
six            attr    setuptools         six.py:32:16                      1.17.0
sphinx         attr    flit               sphinx/__init__.py:14:23          9.2.0
sqlalchemy     attr    setuptools         lib/sqlalchemy/__init__.py:288:16 2.1.9
structlog      vcs     hatch-vcs
tomli          static  flit               pyproject.toml:7:12               2.5.0
tomlkit        static  poetry             pyproject.toml:3:12               0.15.2
towncrier      static  hatchling          pyproject.toml:12:12              26.9.0
tox            vcs     hatch-vcs
trio           attr    setuptools         src/trio/_version.py:3:16         0.35.0
twisted        call    incremental        src/twisted/_version.py:10:15     Version("Twisted", 26, 10, 0)
typing-extensions static flit             pyproject.toml:9:12               4.16.0
unearth        static  pdm                pyproject.toml:35:12              0.19.0
urllib3        vcs     hatch-vcs
werkzeug       static  flit               pyproject.toml:3:12               3.1.9
wheel          attr    flit               src/wheel/__init__.py:3:16        0.48.0
zest-releaser  static  setuptools         pyproject.toml:8:12               9.9.1
`
  .trim()
  .split('\n')
  .map((line): readonly [string, string, string, string, string] => {
    const [name = '', kind = '', by = '', place = '', ...written] = line.split(/\s{1,}/);
    return [name, kind, by, place, written.join(' ')];
  });

describe('the version of real projects', () => {
  it.each(VERSIONS)('%s: %s, by %s, at %s', (name, kind, by, place, written) => {
    const read = entry(name);
    const { versionSource, version } = read.project;
    expect([versionSource.kind, versionSource.by]).toEqual([kind, by]);
    const found = version.known
      ? [formatPlace(version.place), textAt(read, version.place as Range), version.value.canonical]
      : ['', version.because, ''];
    const unknown = kind === 'vcs' ? 'not-applicable' : 'not-known';
    expect(found).toEqual(place === '' ? ['', unknown, ''] : [place, written, read.version]);
  });

  it('reads every other pinned sdist as a project with a name', () => {
    const unnamed = [...corpus].filter(([, { project }]) => !project.name.known);
    expect(unnamed.map(([name]) => name)).toEqual([]);
  });
});

/** A requirement without the marker that says to which extra it belongs. */
const shown = ({ normalizedName: name, extras, specifiers, url }: Requirement): string =>
  `${name}[${extras.map(normalizedName).toSorted().join(',')}]${specifiers.clauses
    .map(({ operator, written, prefix }) => `${operator}${written}${prefix ? '.*' : ''}`)
    .toSorted()
    .join(',')}${url ?? ''}`;

const mentionsExtra = (marker: Marker): boolean =>
  marker.type === 'compare'
    ? [marker.left, marker.right].some((side) => side.type === 'variable' && side.name === 'extra')
    : mentionsExtra(marker.left) || mentionsExtra(marker.right);

const requirements = (texts: readonly string[]): readonly Requirement[] =>
  texts.map((text) => {
    const parsed = parseRequirement(text);
    if (!parsed.ok) throw new Error(`${text}: expected ${parsed.expected}`);
    return parsed.requirement;
  });

/** Requirements that the project computes, or that poetry's own spelling does not let tell. */
const COMPUTED = new Set(['celery', 'dunamai', 'rich']);

describe('the metadata of real projects agree with what their backend wrote', () => {
  const names = VERSIONS.map(([name]) => name);

  it.each(names)('%s: no problems, and its name', (name) => {
    const { project, info } = entry(name);
    // isort has keys of another tool in [project], which hatchling passes over.
    expect(project.problems.filter(({ message }) => !message.startsWith('Unexpected key'))).toEqual(
      [],
    );
    expect(project.name.known && normalizedName(project.name.value)).toBe(
      normalizedName(info.get('Name')?.[0] ?? ''),
    );
  });

  it.each(names)('%s: requires-python', (name) => {
    const { project, info } = entry(name);
    const clauses = (text: string): readonly string[] =>
      text.replaceAll(' ', '').split(',').toSorted();
    const written = info.get('Requires-Python')?.[0] ?? '';
    const { requiresPython } = project;
    // Some setup.py put it together; then it is said not to be known.
    const hidden = !requiresPython.known && requiresPython.because === 'not-known';
    const found = requiresPython.known ? requiresPython.value : hidden ? written : '';
    expect(clauses(found)).toEqual(clauses(written));
  });

  it.each(names.filter((name) => !COMPUTED.has(name)))('%s: dependencies', (name) => {
    const { project, info } = entry(name);
    const expected = requirements(info.get('Requires-Dist') ?? []).filter(
      ({ marker }) => marker === undefined || !mentionsExtra(marker),
    );
    const found = project.dependencies.known ? project.dependencies.value : [];
    expect(
      requirements(found.map(({ text }) => text))
        .map(shown)
        .toSorted(),
    ).toEqual(expected.map(shown).toSorted());
  });

  it.each(names)('%s: classifiers', (name) => {
    const { project, info } = entry(name);
    const written = info.get('Classifier') ?? [];
    const { classifiers } = project;
    const found = classifiers.known ? classifiers.value.map(({ text }) => text) : [];
    // Poetry adds those of the licence and the Python versions; some setup.py compute theirs.
    const all =
      project.backend.id === 'poetry' ||
      (!classifiers.known && classifiers.because === 'not-known');
    expect(found.filter((text) => !written.includes(text))).toEqual([]);
    expect(all || found.length === written.length).toBe(true);
  });

  it.each(names)('%s: every fact is at its exact characters', (name) => {
    const read = entry(name);
    const { dependencies, classifiers, name: named } = read.project;
    const entries = [dependencies, classifiers].flatMap((list) => (list.known ? list.value : []));
    const wrong = entries.filter(({ text, place }) => {
      const at = textAt(read, place);
      // A table of poetry's, or a text that is put together of several, stands there in its own form.
      return at !== text && !/^["'{(^*=>~\d]/.test(at);
    });
    expect(wrong).toEqual([]);
    expect(named.known && textAt(read, named.place as Range)).toBe(named.known && named.value);
  });
});
