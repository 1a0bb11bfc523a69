import { failIf, type Problem } from '@pymaint/core';
import { fileName } from '@pymaint/python';
import { check } from '../../check.ts';
import type { Distribution } from '../../facts.ts';
import { topLevelNames } from '../../judging/metadata.ts';

/** Folders of a checkout that are no part of a package. The first two are where wheels of other projects meet. */
const TESTS = new Set(['tests', 'test']);
const OTHERS = new Set([
  'doc',
  'docs',
  'documentation',
  'example',
  'examples',
  'bench',
  'benchmark',
  'benchmarks',
  'build',
  'dist',
  'node_modules',
  'setup',
  'conftest',
  'noxfile',
  'tasks',
]);

/** A wheel puts its own packages into site-packages, and nothing that happens to lie beside them. */
export const noStrayPackages = check({
  id: 'artifact/no-stray-packages',
  summary: 'The wheel holds no tests, documentation or build files at its top',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { wheel } = build.value;
    const { name, backend } = project.value;
    const own = name.known ? fileName(name.value) : '';
    const names = topLevelNames(wheel);
    const expected = names.filter((top) => !TESTS.has(top) && !OTHERS.has(top));
    const problems = names
      .filter((top) => top !== own && (TESTS.has(top) || OTHERS.has(top)))
      .map((top): Problem => {
        const files = wheel.files.filter(
          ({ path }) => path === `${top}.py` || path.startsWith(`${top}/`),
        );
        return {
          level: TESTS.has(top) ? 'error' : 'warning',
          message: `Unexpected top-level \`${top}\` (${files.length} files) in ${wheel.filename}, expected ${expected.length === 0 ? 'the package' : expected.map((one) => `\`${one}\``).join(', ')} only`,
          place: project.place,
          remedy: settingOf(backend.id, top),
          data: { files: files.slice(0, 50).map(({ path }) => path) },
        };
      });
    return failIf(
      [
        ...problems,
        ...emptiness(wheel, names).map((problem) => ({ ...problem, place: project.place })),
        ...strangers(wheel).map((file): Problem => ({
          level: 'warning',
          message: `Unexpected file \`${file}\` at the top of ${wheel.filename}, expected packages and modules only since all projects share that folder`,
          place: project.place,
          remedy: settingOf(backend.id, file),
        })),
      ],
      names.join(', '),
    );
  },
});

/** Nothing to import as a whole, or a folder that holds no module: both are legal, and seldom meant. */
function emptiness(
  { files, filename }: Distribution,
  names: readonly string[],
): readonly Omit<Problem, 'place'>[] {
  const paths = files.map(
    ({ path }) => /^[^/]+\.data\/(?:purelib|platlib)\/(.+)$/.exec(path)?.[1] ?? path,
  );
  if (names.length === 0)
    return paths.some((path) => /^[^/]+\.data\//.test(path))
      ? []
      : [
          {
            level: 'notice',
            message: `Unexpected lack of packages and modules in ${filename}, expected some unless it is there for its requirements alone`,
            remedy: 'name the package where the build backend is told what to pack',
          },
        ];
  return names
    .filter((top) => !top.endsWith('-stubs') && !TESTS.has(top) && !OTHERS.has(top))
    .filter((top) => paths.some((path) => path.startsWith(`${top}/`)))
    .filter(
      (top) =>
        !paths.some(
          (path) =>
            (path.startsWith(`${top}/`) && /\.(?:py|pyi|so|pyd)$/.test(path)) ||
            path === `${top}.py`,
        ),
    )
    .map((top) => ({
      level: 'notice',
      message: `Unexpected top-level \`${top}\` without a module in ${filename}, expected packages only since all projects share that folder`,
      remedy: 'put data into the package that reads it',
    }));
}

/** Files at the top of site-packages that are no modules, and the `__init__.py` that makes a package of it all. */
const strangers = ({ files }: Distribution): readonly string[] =>
  files
    .map(({ path }) => /^[^/]+\.data\/(?:purelib|platlib)\/(.+)$/.exec(path)?.[1] ?? path)
    .filter((path) => !path.includes('/'))
    .filter((path) => path === '__init__.py' || !/\.(?:py|so|pyd|pth)$/.test(path));

/** The build backend's own setting that keeps a folder out. */
const settingOf = (backend: string, top: string): string => {
  switch (backend) {
    case 'setuptools':
      return `[tool.setuptools.packages.find] exclude = ["${top}*"]`;
    case 'hatchling':
      return `[tool.hatch.build.targets.wheel] packages = ["src/…"], or exclude = ["/${top}"]`;
    case 'poetry':
      return `name the packages alone in \`packages\` of [tool.poetry], without \`${top}\``;
    case 'pdm':
      return `[tool.pdm.build] excludes = ["${top}"]`;
    default:
      return `keep \`${top}\` out of the wheel by the build backend’s own setting`;
  }
};
