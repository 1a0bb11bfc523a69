import { parseUrl, type LinearPattern, linearPattern } from '@pymaint/core';

/** A repository on a host that lays its addresses out as GitHub does. */
export interface RepositoryAddress {
  readonly host: string;
  /** `owner/name`, in lower case. */
  readonly name: string;
}

/** What this clone knows of its repository. */
export interface OwnRepository {
  readonly address: RepositoryAddress;
  /** Files that git tracks and the folders around them, relative to the repository's top. */
  readonly tracked: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly defaultBranch: string | undefined;
  /** Whether a tag may be one that is made when the next version is released: links to it stand there before it does. */
  readonly isPlanned: (tag: string) => boolean;
}

const GITHUB_LIKE: LinearPattern | undefined = linearPattern(
  String.raw`^(?:github\.com|[\w.-]*\bgithub[\w.-]*|codeberg\.org|gitlab\.com)$`,
);

/** Reads the address of a remote: `https://github.com/o/r.git`, `git@github.com:o/r.git`, `ssh://git@…`. */
export function repositoryAddress(remote: string): RepositoryAddress | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)([^\s]+)$/.exec(remote);
  const url = parseUrl(scp === null ? remote : `ssh://${scp[1]}/${scp[2]}`);
  if (url === undefined) return undefined;
  const parts = url.pathname
    .replace(/\.git$/, '')
    .split('/')
    .filter((part) => part !== '');
  const [owner, name] = parts;
  if (parts.length !== 2 || owner === undefined || name === undefined) return undefined;
  return { host: url.hostname.toLowerCase(), name: `${owner}/${name}`.toLowerCase() };
}

/** What this clone says of an address: it leads somewhere; it will, or need not be asked for; or nothing is known. */
export type OwnAnswer =
  | { readonly kind: 'there'; readonly evidence: string }
  | { readonly kind: 'left-out'; readonly why: string };

/**
 * Answers an address of the project's own repository from the clone: files and folders at the default branch, tags,
 * comparisons of tags, and pages that are numbered (issues), of which thousands may be linked. What the clone does not
 * have is undefined, since a clone may lack tags and be of another branch: then the network is asked.
 */
export function ownAnswer(href: string, own: OwnRepository): OwnAnswer | undefined {
  const url = parseUrl(href);
  if (url === undefined || url.hostname !== own.address.host) return undefined;
  if (GITHUB_LIKE?.match(url.hostname) !== true) return undefined;
  const [owner = '', name = '', ...rest] = url.pathname.split('/').slice(1).map(decoded);
  if (`${owner}/${name}`.toLowerCase() !== own.address.name) return undefined;
  const [page = '', ...more] = rest[0] === '-' ? rest.slice(1) : rest;
  switch (page) {
    case 'issues':
    case 'pull':
    case 'discussions':
    case 'merge_requests':
      return /^\d+$/.test(more[0] ?? '')
        ? { kind: 'left-out', why: 'a numbered page of the project’s own repository' }
        : undefined;
    case 'blob':
    case 'tree':
    case 'raw':
    case 'edit':
    case 'blame':
      return fileAnswer(more, own);
    case 'releases':
      return more[0] === 'tag' ? tagsAnswer([more.slice(1).join('/')], own) : undefined;
    case 'compare': {
      const ends = more.join('/').split(/\.{2,3}/);
      return ends.length === 2 ? tagsAnswer(ends, own) : undefined;
    }
    default:
      return undefined;
  }
}

function fileAnswer(parts: readonly string[], own: OwnRepository): OwnAnswer | undefined {
  const branches = ['HEAD', ...(own.defaultBranch === undefined ? [] : [own.defaultBranch])];
  const path = parts.join('/').replace(/\/$/, '');
  const branch = branches.find((one) => path === one || path.startsWith(`${one}/`));
  if (branch === undefined) return undefined;
  const file = path.slice(branch.length + 1);
  const there = file === '' || own.tracked.has(file);
  return there ? { kind: 'there', evidence: `\`${file}\` is in the repository` } : undefined;
}

function tagsAnswer(ends: readonly string[], own: OwnRepository): OwnAnswer | undefined {
  const known = (end: string): boolean =>
    own.tags.has(end) || end === 'HEAD' || end === own.defaultBranch;
  if (ends.every(known)) return { kind: 'there', evidence: 'the repository has the tag' };
  return ends.every((end) => known(end) || own.isPlanned(end))
    ? { kind: 'left-out', why: 'its tag is made when the version is released' }
    : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
