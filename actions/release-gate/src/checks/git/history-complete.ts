import { fail, pass, skip } from '@pymaint/core';
import { check } from '../../check.ts';

/** A version that is made of tags is wrong, silently, where the tags or the history are missing. */
export const historyComplete = check({
  id: 'git/history-complete',
  summary: 'The history and tags that the version is made of are there',
  reads: ['project', 'history'],
  judge: ({ project, history }) => {
    if (project.value.versionSource.kind !== 'vcs')
      return skip('the version does not come from git');
    const { shallow, tags } = history.value;
    if (shallow)
      return fail({
        message:
          'Unexpected shallow clone, expected the whole history since the version comes from git',
        place: project.place,
        remedy: 'git fetch --unshallow --tags; in a workflow `fetch-depth: 0` at actions/checkout',
      });
    if (tags === 0)
      return fail({
        message: 'Unexpected clone without tags, expected them since the version comes from git',
        place: project.place,
        remedy: 'git fetch --tags; in a workflow `fetch-depth: 0` at actions/checkout',
      });
    return pass('complete');
  },
});
