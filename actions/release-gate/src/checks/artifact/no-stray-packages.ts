import { failIf, type Problem } from '@pymaint/core';
import { fileName } from '@pymaint/python';
import { check } from '../../check.ts';
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
    return failIf(problems, names.join(', '));
  },
});

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
