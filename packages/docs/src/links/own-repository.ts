import { decoded } from './address.ts';

/** Where the project is hosted. */
export interface HostedRepository {
  /** `github.com`. */
  readonly host: string;
  /** `owner/name`. */
  readonly name: string;
  /** Refs whose tree is the one at hand: `HEAD` and the default branch. */
  readonly refs: readonly string[];
}

/** What an address of the project's own repository names in it. */
export interface OwnPath {
  readonly path: string;
  /** Percent-decoded; absent where there is none. */
  readonly anchor?: string;
}

/** `https://github.com/owner/name…`, `git@gitlab.com:owner/name.git`: host and name, or undefined. */
export function repositoryAt(
  url: string,
): { readonly host: string; readonly name: string } | undefined {
  const match =
    /^(?:https?:\/\/|ssh:\/\/|git\+https:\/\/)?(?:[^@/\s]{1,80}@)?((?:www\.)?[\w.-]{1,120})[:/]([\w.-]{1,120}\/[\w.-]{1,120})/.exec(
      url,
    );
  const [, host = '', name = ''] = match ?? [];
  const plain = host.replace(/^www\./, '').toLowerCase();
  if (!/^(?:github\.com|gitlab\.com|codeberg\.org)$/.test(plain)) return undefined;
  return { host: plain, name: name.replace(/\.git$/, '') };
}

const VIEW =
  /^https?:\/\/(?:www\.)?(?:github\.com\/([\w.-]+\/[\w.-]+)\/(?:blob|tree|raw|edit)|gitlab\.com\/([\w.-]+\/[\w.-]+)\/-\/(?:blob|tree|raw)|codeberg\.org\/([\w.-]+\/[\w.-]+)\/(?:src|raw)\/branch|raw\.githubusercontent\.com\/([\w.-]+\/[\w.-]+)(?:\/refs\/heads)?)\/([^?#\s]+)/i;

/** The path that an address names in the tree at hand, or undefined where it names something else. */
export function ownPath(url: string, { host, name, refs }: HostedRepository): OwnPath | undefined {
  const match = VIEW.exec(url);
  if (match === null) return undefined;
  const [whole, github, gitlab, codeberg, raw, rest = ''] = match;
  const owner = github ?? raw ?? gitlab ?? codeberg ?? '';
  const isHere =
    (host === 'github.com' && (github ?? raw) !== undefined) ||
    (host === 'gitlab.com' && gitlab !== undefined) ||
    (host === 'codeberg.org' && codeberg !== undefined);
  if (!isHere || owner.toLowerCase() !== name.toLowerCase()) return undefined;
  const path = decoded(rest);
  const ref = refs.find((it) => path === it || path.startsWith(`${it}/`));
  if (ref === undefined) return undefined;
  const hash = url.indexOf('#', whole.length);
  return {
    path: path.slice(ref.length + 1).replace(/\/+$/, ''),
    ...(hash < 0 ? {} : { anchor: decoded(url.slice(hash + 1)) }),
  };
}

/** The address of a file in the repository: its page, or its bytes. */
export const ownUrl = ({ host, name }: HostedRepository, path: string, bytes: boolean): string =>
  host === 'github.com'
    ? bytes
      ? `https://raw.githubusercontent.com/${name}/HEAD/${path}`
      : `https://github.com/${name}/blob/HEAD/${path}`
    : `https://${host}/${name}/${host === 'gitlab.com' ? '-/' : ''}${bytes ? 'raw' : host === 'gitlab.com' ? 'blob' : 'src/branch'}/HEAD/${path}`;
