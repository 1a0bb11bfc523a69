import { fail, pass } from '@pymaint/core';
import { check } from '../../check.ts';

/** The sdist builds, and the wheel builds from that sdist, as an installer without a wheel would do it. */
export const builds = check({
  id: 'artifact/builds',
  summary: 'The sdist builds, and the wheel builds from the sdist',
  reads: ['build', 'project'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'built')
      return pass(
        `${build.value.reused === true ? 'from the cache, nothing has changed: ' : ''}${build.value.sdist.filename}, ${build.value.wheel.filename}`,
      );
    const { message, remedy, log } = build.value.trouble;
    return fail({
      message,
      place: project.place,
      remedy,
      ...(log !== undefined && { data: { log } }),
    });
  },
});
