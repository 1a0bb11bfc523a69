import { count, failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { oncePerPlace } from '../../judging/workflows/once.ts';
import type { Publishing } from '../../judging/workflows/publishing.ts';

/** Publishing needs no token that is kept as a secret: PyPI trusts the workflow itself. */
export const trusted = check({
  id: 'publishing/trusted',
  summary: 'Publishing to PyPI needs no stored token',
  level: 'notice',
  reads: ['publishing'],
  judge: ({ publishing }) => {
    const toPypi = publishing.value.filter(({ index }) => index === 'pypi' || index === 'testpypi');
    const problems = toPypi.flatMap((one) => problemOf(one) ?? []);
    return failIf(oncePerPlace(problems), count(toPypi.length, 'upload'));
  },
});

const DOCS = 'https://docs.pypi.org/trusted-publishers/';

function problemOf({ secret, by, step }: Publishing): Problem | undefined {
  const user = step.with.entries.get('user')?.value;
  if (by === 'pypi-publish' && user !== undefined && /^[^${]+$/.test(user.text))
    if (user.text !== '__token__')
      return {
        level: 'warning',
        message: `Unexpected user \`${user.text}\`, expected \`__token__\` or none since PyPI takes no passwords`,
        place: user.place,
        remedy: `set up a trusted publisher (${DOCS}), then delete \`user\` and \`password\``,
      };
  if (secret === undefined) return undefined;
  return {
    message: `Unexpected stored token by \`${secret.text}\`, expected trusted publishing, whose tokens last for minutes`,
    place: secret.place,
    remedy:
      by === 'pypi-publish'
        ? `set up a trusted publisher (${DOCS}), then delete \`password\` and give the job \`id-token: write\``
        : by === 'uv'
          ? `set up a trusted publisher (${DOCS}), then delete the token and give the job \`id-token: write\``
          : `set up a trusted publisher (${DOCS}) and upload by pypa/gh-action-pypi-publish`,
  };
}
