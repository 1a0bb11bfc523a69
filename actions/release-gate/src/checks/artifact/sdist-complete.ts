import { count, failIf, listed, type Problem } from '@pymaint/core';
import type { BackendId } from '@pymaint/python';
import { check } from '../../check.ts';
import { isLeftOut } from '../../judging/sdist-globs.ts';

/** Files that serve the repository alone: hidden ones, those of CI services, locks, and what is made by the build. */
const SILENT =
  /(?:^|\/)\.|(?:^|\/)[^/]+\.egg-info\/|\.mo$|\.py[co]$|(?:^|\/)(?:PKG-INFO|setup\.cfg|CODEOWNERS|Jenkinsfile)$|^(?:appveyor|azure-pipelines|bitbucket-pipelines|codecov|readthedocs|netlify|renovate|mkdocs-insiders|cliff)\.(?:ya?ml|toml|json)$|(?:^|\/)(?:uv|poetry|pdm|Pipfile|package-lock|yarn)\.(?:lock|json)$/i;
const LICENCE = /^(?:licen[cs]es?|copying|notice)(?:[-_.].*)?$/i;
const NAMED = 6;

/** Distributors build, test and document from the sdist: what git tracks and the sdist lacks, they lack. */
export const sdistComplete = check({
  id: 'artifact/sdist-complete',
  summary: 'The sdist holds what git tracks',
  level: 'notice',
  reads: ['build', 'project', 'tracked', 'leftOut'],
  needs: ['artifact/builds'],
  judge: ({ build, project, tracked, leftOut }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist } = build.value;
    const { id } = project.value.backend;
    const packed = new Set(sdist.files.map(({ path }) => path));
    // Maturin moves crates and what belongs to them.
    const holds = (path: string): boolean =>
      packed.has(path) ||
      (id === 'maturin' &&
        [...packed].some((one) => one.endsWith(`/${path}`) || path.endsWith(`/${one}`)));
    const { globs, chosen, manifest } = leftOut.value;
    const missing = tracked.value.filter(
      (path) => !holds(path) && !SILENT.test(path) && !isLeftOut(globs, path),
    );
    const problems: Problem[] = missing
      .filter((path) => LICENCE.test(path))
      .map((path) => ({
        level: 'warning',
        message: `Unexpected lack of \`${path}\` in ${sdist.filename}, expected it since most licences ask to go with every copy`,
        place: project.place,
        remedy: settingFor(id, [path], manifest),
      }));
    const others = groupsOf(missing.filter((path) => !LICENCE.test(path)));
    // Who has listed what is to be packed has left out the rest on purpose.
    if (!chosen && others.length > 0)
      problems.push({
        message: `Unexpected lack of ${listed(
          others
            .slice(0, NAMED)
            .map(words)
            .concat(others.length > NAMED ? [`${others.length - NAMED} more`] : []),
        )} in ${sdist.filename}, expected what git tracks since distributors build and test from it`,
        place: project.place,
        remedy: settingFor(
          id,
          others.map(({ name }) => name),
          manifest,
        ),
        data: { files: missing.slice(0, 200) },
      });
    return failIf(problems, count(sdist.files.length, 'file'));
  },
});

interface Group {
  /** `tests/` or `CHANGES.rst`. */
  readonly name: string;
  readonly files: number;
}

const words = ({ name, files }: Group): string =>
  name.endsWith('/') ? `\`${name}\` (${count(files, 'file')})` : `\`${name}\``;

/** Tests and documentation first, for they matter most; then by the number of files. */
function groupsOf(paths: readonly string[]): readonly Group[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const slash = path.indexOf('/');
    const name = slash < 0 ? path : path.slice(0, slash + 1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rank = ({ name }: Group): number =>
    /^tests?\//.test(name) ? 0 : /^docs?\/|^(?:changes|changelog|news|history)/i.test(name) ? 1 : 2;
  return [...counts]
    .map(([name, files]) => ({ name, files }))
    .toSorted((a, b) => rank(a) - rank(b) || b.files - a.files);
}

/** The build backend's own setting that packs them. */
function settingFor(backend: BackendId, names: readonly string[], manifest: boolean): string {
  const some = names.slice(0, 4);
  const quoted = (glob: (name: string) => string): string =>
    some.map((name) => `"${glob(name)}"`).join(', ');
  const deep = (name: string): string => (name.endsWith('/') ? `${name}**` : name);
  switch (backend) {
    case 'hatchling':
      return `[tool.hatch.build.targets.sdist]: take it out of what keeps them back (\`.gitignore\`, \`exclude\`), or include = [${quoted((name) => `/${name.replace(/\/$/, '')}`)}, …]`;
    case 'flit':
      return `[tool.flit.sdist] include = [${quoted((name) => name)}]`;
    case 'poetry':
      return `[tool.poetry] include = [${some.map((name) => `{ path = "${name.replace(/\/$/, '')}", format = "sdist" }`).join(', ')}]`;
    case 'pdm':
      return `[tool.pdm.build] source-includes = [${quoted((name) => name.replace(/\/$/, ''))}]`;
    case 'uv':
      return `[tool.uv.build-backend] source-include = [${quoted(deep)}]`;
    case 'scikit-build-core':
      return `[tool.scikit-build] sdist.include = [${quoted((name) => name)}]`;
    case 'maturin':
      return `[tool.maturin] include = [${some.map((name) => `{ path = "${deep(name)}", format = "sdist" }`).join(', ')}]`;
    case 'mesonpy':
      return 'commit them, and take them out of `export-ignore` in .gitattributes';
    case 'setuptools':
      return `in ${manifest ? 'MANIFEST.in' : 'a new MANIFEST.in'}: ${some.map((name) => (name.endsWith('/') ? `graft ${name.slice(0, -1)}` : `include ${name}`)).join('; ')}`;
    default:
      return 'let the sdist hold them by the build backend’s own setting, or name them where it is told what to leave out';
  }
}
