import { loadActions } from './actions.ts';
import { matching, readText } from './repo.ts';

/** One rule and its page. */
export interface Rule {
  readonly id: string;
  /** The action whose check it is, or `pymaint` for what every action may report. */
  readonly owner: string;
  readonly summary: string;
  readonly level: string;
  /** Its page, below the repository's root. */
  readonly path: string;
  readonly page: string;
}

const COMMON = 'packages/core/src/rules/';

/** All rules: first the checks of each action in the order of its report, then what every action may report. */
export async function allRules(): Promise<readonly Rule[]> {
  const own = (await loadActions()).flatMap((action) =>
    action.checks.map(({ id, summary, level }) => {
      const path = `actions/${action.name}/src/checks/${id}.md`;
      return { id, owner: action.name, summary, level, path, page: readText(path) };
    }),
  );
  return [...own, ...matching(`${COMMON}**/*.md`).map(commonRule)];
}

function commonRule(path: string): Rule {
  const page = readText(path);
  const level = /^Level: (\w+)$/m.exec(page)?.[1] ?? 'error';
  const id = path.slice(COMMON.length, -'.md'.length);
  return { id, owner: 'pymaint', summary: firstLine(page), level, path, page };
}

/** The first line of text below a page's heading, without its full stop. */
export const firstLine = (page: string): string =>
  (page.split('\n').find((line, index) => index > 0 && line.trim() !== '') ?? '').replace(
    /\.$/,
    '',
  );
