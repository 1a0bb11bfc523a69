import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { isCompiled } from '../../judging/metadata.ts';

/** The wheel's tags agree with what is in it: a wheel for every platform holds nothing that was compiled. */
export const wheelTags = check({
  id: 'artifact/wheel-tags',
  summary: 'The wheel’s tags agree with its content',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { wheel } = build.value;
    const [python = '', abi = '', platform = ''] = wheel.filename
      .replace(/\.whl$/, '')
      .split('-')
      .slice(-3);
    const tags = `${python}-${abi}-${platform}`;
    const modules = wheel.files.filter(({ path }) => isCompiled(path));
    const [compiled] = modules;
    const text = wheel.texts['WHEEL'] ?? '';
    const pure = /^Root-Is-Purelib:[ \t]*true/im.test(text);
    const problems: Problem[] = [];
    const about = (message: string): Problem => ({
      message,
      place: project.place,
      remedy:
        'tell the build backend that the package has compiled modules, so that it makes a wheel for one platform',
    });
    if (compiled !== undefined && platform === 'any')
      problems.push(
        about(
          `Unexpected compiled file \`${compiled.path}\` in ${wheel.filename}, expected a wheel for one platform since \`${tags}\` is for every one`,
        ),
      );
    else if (compiled !== undefined && pure && isExtension(compiled.path))
      problems.push(
        about(
          `Unexpected \`Root-Is-Purelib: true\` in ${wheel.filename}, expected \`false\` since it holds \`${compiled.path}\``,
        ),
      );
    const only = modules.filter(({ path }) => isExtension(path));
    const strange = only.find(({ path }) => abi === 'abi3' && /\.cpython-\d+/.test(path));
    if (strange !== undefined)
      problems.push(
        about(
          `Unexpected module \`${strange.path}\` for one Python in ${wheel.filename}, expected \`.abi3.so\` as its tag says`,
        ),
      );
    return failIf(problems, tags);
  },
});

/** A module that Python imports, and no library beside it. */
const isExtension = (path: string): boolean =>
  /\.(?:cpython-[^/]*|abi3|pypy[^/]*)\.so$|\.pyd$/.test(path);
