import { fail, listed, pass } from '@pymaint/core';
import { check } from '../../check.ts';
import { isReleaseBranch } from '../../judging/release-branch.ts';

/** A tag on a commit that never reached the default branch releases what nobody reviewed. */
export const onDefaultBranch = check({
  id: 'git/on-default-branch',
  summary: 'The tagged commit is on the default branch or on a release branch',
  reads: ['tag', 'branching', 'project'],
  judge: ({ tag, branching, project }) => {
    const { commit, defaultBranch, onDefault, alsoOn } = branching.value;
    if (onDefault) return pass(`on ${defaultBranch}`);
    const release = alsoOn.find(isReleaseBranch);
    if (release !== undefined) return pass(`on release branch ${release}`);
    const where = alsoOn.length === 0 ? 'on no branch' : `on ${listed(alsoOn.slice(0, 3))} only`;
    return fail({
      message: `Unexpected commit \`${commit.slice(0, 10)}\` of tag \`${tag.value.name}\` ${where}, expected one that is on \`${defaultBranch}\``,
      place: project.place,
      remedy: `merge the commit into \`${defaultBranch}\` and tag it there, or name another branch by \`default-branch\``,
      data: { commit, defaultBranch, branches: [...alsoOn] },
    });
  },
});
