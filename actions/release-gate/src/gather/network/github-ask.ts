import { githubForge, type Forge, type Ports } from '@pymaint/platform';

/** Asks about one repository. */
export interface Ask {
  /** The items of a list, or the one answer; none where it is refused. */
  (path: string, list?: string): Promise<readonly Data[]>;
  readonly refused: () => string | undefined;
}

/** An object of GitHub's answers. */
export type Data = { readonly [key: string]: unknown };

/** What may be asked without a permission that few workflows have: its refusal says nothing. */
const OPTIONAL = /^\/(?:rules\/branches\/|actions\/runs\?)/;

/** Asks of a repository through the forge; remembers the first refusal that matters. */
export function asking(forge: Forge, repository: string): Ask {
  let refused: string | undefined;
  const ask = async (path: string, list?: string): Promise<readonly Data[]> => {
    const reply = await forge.call('GET', repository + path);
    if (!reply.ok) {
      if (!OPTIONAL.test(path)) refused ??= reply.why;
      return [];
    }
    const data = list === undefined ? reply.data : (reply.data as Data | undefined)?.[list];
    return Array.isArray(data) ? (data as readonly Data[]) : [];
  };
  return Object.assign(ask, { refused: () => refused });
}

/** A text of an answer, empty where there is none. */
export const textOf = (data: Data | undefined, key: string): string => {
  const value = data?.[key];
  return typeof value === 'string' ? value : '';
};

/** GitHub, and the repository there that is this project's; undefined where it is not on GitHub. */
export async function forgeOf(
  ports: Ports,
): Promise<{ readonly forge: Forge; readonly repository: string } | undefined> {
  const repository = await repositoryOf(ports);
  if (repository === undefined) return undefined;
  const apiUrl = ports.event?.apiUrl ?? ports.env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const token = ports.env['GITHUB_TOKEN'] ?? ports.env['GH_TOKEN'];
  return { forge: githubForge(ports, { apiUrl, token }), repository };
}

/** The repository that the workflow runs for, else the one that `origin` names on github.com. */
async function repositoryOf({ event, git }: Ports): Promise<string | undefined> {
  if (event !== undefined && event.repository !== '') return event.repository;
  if (!(await git.available()).yes) return undefined;
  const remote = (await git.remoteUrl('origin')) ?? '';
  return /(?:^|[/@])github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remote)?.[1];
}
