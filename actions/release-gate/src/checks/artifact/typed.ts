import { failIf, pass, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { metadataValues } from '../../judging/metadata.ts';

/** Type checkers read the types of a package only where it has a marker (PEP 561). */
export const typed = check({
  id: 'artifact/typed',
  summary: 'A package that claims types has the marker `py.typed`',
  level: 'warning',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { wheel } = build.value;
    const { classifiers } = project.value;
    const claims = metadataValues(wheel, 'Classifier').includes('Typing :: Typed');
    const markers = wheel.files.filter(({ path }) => /(?:^|\/)py\.typed$/.test(path));
    const stubsOnly = wheel.files.some(({ path }) => /^[^/]+-stubs\//.test(path));
    const entry = classifiers.known
      ? classifiers.value.find(({ text }) => text === 'Typing :: Typed')
      : undefined;
    const onlyModules = !wheel.files.some(({ path }) => path.endsWith('/__init__.py'));
    if (claims && markers.length === 0 && !stubsOnly)
      return failIf([
        {
          message: `Unexpected classifier \`Typing :: Typed\` without a file \`py.typed\` in ${wheel.filename}, expected one since type checkers look for it`,
          place: entry?.place ?? project.place,
          remedy: onlyModules
            ? 'make a package of the module, and put an empty `py.typed` into it: a module alone cannot have one'
            : 'put an empty `py.typed` beside `__init__.py`, and let the wheel hold it',
        },
      ]);
    const problems: Problem[] = lacking(wheel.files.map(({ path }) => path)).map((stub) => ({
      level: 'notice',
      message: `Unexpected stub \`${stub}\` in a package without \`py.typed\` in ${wheel.filename}, expected the file since type checkers pass over the stub without it`,
      place: project.place,
      remedy: 'put an empty `py.typed` beside `__init__.py`, and let the wheel hold it',
    }));
    return problems.length > 0
      ? failIf(problems)
      : pass(markers.length > 0 ? 'typed' : 'not typed');
  },
});

/** The first stub of each package that has stubs beside its modules and no marker. */
function lacking(paths: readonly string[]): readonly string[] {
  const marked = new Set(
    paths.filter((path) => path.endsWith('/py.typed')).map((path) => path.split('/', 1)[0]),
  );
  const first = new Map<string, string>();
  for (const path of paths) {
    const [top = ''] = path.split('/', 1);
    if (path.endsWith('.pyi') && path.includes('/') && !/-stubs$|\.(?:data|dist-info)$/.test(top))
      if (!marked.has(top) && !first.has(top)) first.set(top, path);
  }
  return [...first.values()];
}
