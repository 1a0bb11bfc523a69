import { count, failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { Distribution } from '../../facts.ts';

/** Names that hold keys and passwords. A `.pem` or `.key` may be a test's, so only these are sure. */
const SECRET =
  /(?:^|\/)(?:\.env|\.pypirc|\.netrc|\.npmrc|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|\.git-credentials|\.aws\/credentials)$/;
/** Tests of what reads such files have some of their own. */
const TESTED = /(?:^|\/)(?:tests?|testing|fixtures?|examples?|docs?)\//i;
const LITTER =
  /(?:^|\/)(?:__pycache__\/|\.DS_Store$|Thumbs\.db$|\.(?:git|hg|svn|tox|nox|mypy_cache|pytest_cache|ruff_cache|coverage|idea|vscode)(?:\/|$))|\.(?:pyc|pyo|orig|rej|swp)$|~$/;

/** The built files hold no secrets and none of what tools leave lying about. */
export const noStrangeFiles = check({
  id: 'artifact/no-strange-files',
  summary: 'The built files hold no secrets, caches or editor files',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist, wheel } = build.value;
    const { place } = project;
    const secret = (path: string, filename: string): Problem => ({
      message: `Unexpected file \`${path}\` in ${filename}, expected none that may hold a secret`,
      place,
      remedy: 'keep it out of the repository and of the build, and replace the secret',
    });
    // The wheel is built from the sdist: what it has from there is told once, by its place in the wheel.
    const inWheel = secretsOf(wheel);
    const inSdist = secretsOf(sdist).filter(
      ({ path }) => !inWheel.some((one) => path.endsWith(one.path)),
    );
    const problems: Problem[] = [
      ...inSdist.map(({ path }) => secret(path, sdist.filename)),
      ...inWheel.map(({ path }) => secret(path, wheel.filename)),
      ...[sdist, wheel].flatMap(litter).map((problem) => ({ ...problem, place })),
    ];
    return failIf(problems, count(wheel.files.length, 'file'));
  },
});

const secretsOf = ({ files }: Distribution): Distribution['files'] =>
  files.filter(({ path }) => SECRET.test(path) && !TESTED.test(path));

/** One finding for each kind: a cache seldom comes alone. */
function litter({ filename, files }: Distribution): readonly Omit<Problem, 'place'>[] {
  const found = files.filter(({ path }) => LITTER.test(path));
  const [first] = found;
  if (first === undefined) return [];
  const others =
    found.length === 1 ? '' : ` and ${count(found.length - 1, 'more file')} of its kind`;
  return [
    {
      level: 'warning',
      message: `Unexpected file \`${first.path}\`${others} in ${filename}, expected none that a tool left behind`,
      remedy: 'delete it, name it in .gitignore, and build again from a clean checkout',
      data: { files: found.slice(0, 50).map(({ path }) => path) },
    },
  ];
}
