import { count, failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { Distribution, Mark } from '../../facts.ts';

/** Where made-up keys and tokens are at home. */
const EXAMPLE =
  /(?:^|\/)(?:tests?|testing|test_[^/]*|[^/]*_test\.\w+|conftest\.py|t|unit|fixtures?|examples?|docs?|documentation|certs?|dummy[^/]*|samples?|data)(?:\/|$)/i;

/** These have a shape that nothing else has. */
const SURE = new Set(['a PyPI token', 'a GitHub token']);

/** A secret that was published is known to the world within minutes. */
export const noSecrets = check({
  id: 'artifact/no-secrets',
  summary: 'The built files hold no token and no private key',
  reads: ['build', 'project', 'sources'],
  needs: ['artifact/builds'],
  judge: ({ build, project, sources }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist, wheel } = build.value;
    const own = new Set(sources.value.files);
    const told = new Set<string>();
    const problems = [wheel, sdist].flatMap((distribution) =>
      distribution.marks
        .filter((mark) => isSecret(mark, distribution === wheel) && !wasTold(told, mark))
        .map((mark): Problem => ({
          level: SURE.has(mark.kind) && !EXAMPLE.test(mark.path) ? 'error' : 'warning',
          message: `Unexpected text with the shape of ${mark.kind} in \`${mark.path}\` of ${distribution.filename}, expected none`,
          place: own.has(mark.path)
            ? { path: mark.path, line: mark.line, column: 1 }
            : project.place,
          remedy:
            'revoke it now if it is real, for the repository has it as well; then take it out',
        })),
    );
    return failIf(problems, count(files(sdist) + files(wheel), 'file'));
  },
});

const files = (distribution: Distribution): number => distribution.files.length;

/** Keys of tests are part of many sdists, and of no wheel but by mistake. */
const isSecret = ({ kind, path }: Mark, inWheel: boolean): boolean =>
  kind === 'build path' ? false : kind === 'a private key' ? inWheel && !EXAMPLE.test(path) : true;

/** The same file stands in both. */
function wasTold(told: Set<string>, { path, kind }: Mark): boolean {
  const key = `${kind} ${path.replace(/^src\//, '')}`;
  if (told.has(key)) return true;
  told.add(key);
  return false;
}
