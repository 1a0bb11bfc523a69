import { failIf, fileStart, nearest, type Problem } from '@pymaint/core';
import type { Fragment, FragmentScheme } from '@pymaint/changelog';
import { check } from '../../check.ts';

/** Every file among the fragments is one that a release takes up. */
export const named = check({
  id: 'fragments/named',
  summary: 'The name of each fragment is one that a release takes up',
  reads: ['fragments', 'scheme'],
  judge: ({ fragments, scheme }) => {
    const dropped = fragments.value.filter((it) => it.state === 'dropped' && !isHidden(it));
    const count = fragments.value.filter(({ state }) => state === 'fragment').length;
    return failIf(
      dropped.map((fragment) => problem(fragment, scheme.value)),
      `${count} fragments`,
    );
  },
});

/** Names that begin so are set apart on purpose: drafts, templates. */
const isHidden = ({ path }: Fragment): boolean => /(?:^|\/)[._][^/]*$/.test(path);

function problem({ path, why }: Fragment, scheme: FragmentScheme): Problem {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ids = scheme.types.map(({ id }) => id);
  const near = name
    .split('.')
    .slice(1)
    .flatMap((part) => nearest(part, ids) ?? [])[0];
  return {
    // What looks like no fragment at all may be kept there on purpose.
    level: near !== undefined || /^\+?[\w-]*\d/.test(name) ? 'error' : 'warning',
    message: `Unexpected file \`${name}\` among the fragments: it ${why ?? 'is not read'}, and a release drops it silently${
      near === undefined ? '' : `; did you mean \`${near}\`?`
    }`,
    place: fileStart(path),
    remedy:
      near === undefined
        ? 'rename it, or name it in `ignore`'
        : `git mv ${path} ${path.replace(/[^./]+(?=(?:\.\d+)?(?:\.(?:md|rst|txt))?$)/, near)}`,
  };
}
