import { known, notKnown, type Fact, type Place } from '@pymaint/core';
import type { Forge, Ports } from '@pymaint/platform';
import type { Branching } from '../../facts.ts';
import { isReleaseBranch } from '../../judging/release-branch.ts';
import type { Options } from '../../options.ts';
import { forgeOf, textOf, type Data } from './github-ask.ts';
import { isOnline } from './package-index.ts';

/** Pages of a hundred branches that are looked through for those of older series. */
const MOST_PAGES = 5;
/** Branches that a commit is looked for on. */
const MOST_BRANCHES = 20;

/**
 * Where the clone cannot tell whether the commit is on the default branch (cut off, or without that branch), asks
 * GitHub, where the network may be asked. What the clone says stands; what nobody answers stays unknown.
 */
export async function askBranching(
  ports: Ports,
  options: Options,
  fromClone: Fact<Branching>,
  tagged: string | undefined,
  place: Place,
): Promise<Fact<Branching>> {
  if (fromClone.known || fromClone.because !== 'not-known' || !isOnline(options)) return fromClone;
  const commit = tagged ?? (await ports.git.head());
  const github = await forgeOf(ports);
  if (commit === undefined || github === undefined) return fromClone;
  const asked = await ask(github.forge, `/repos/${github.repository}`, options, commit, ports);
  return 'why' in asked ? notKnown(`${fromClone.why}; ${asked.why}`) : known(asked, place);
}

type Answer = Branching | { readonly why: string };

async function ask(
  forge: Forge,
  repository: string,
  options: Options,
  commit: string,
  { git }: Ports,
): Promise<Answer> {
  const branch =
    options['default-branch'] ??
    (await git.defaultBranch()) ??
    (await defaultOf(forge, repository));
  if (typeof branch !== 'string') return branch;
  const onDefault = await isOn(forge, repository, branch, commit);
  if (typeof onDefault !== 'boolean') return onDefault;
  if (onDefault) return { commit, defaultBranch: branch, onDefault, alsoOn: [] };
  const others = await branchesOf(forge, repository, branch);
  if ('why' in others) return others;
  for (const name of others.names.slice(0, MOST_BRANCHES)) {
    const found = await isOn(forge, repository, name, commit);
    if (typeof found !== 'boolean') return found;
    if (found) return { commit, defaultBranch: branch, onDefault, alsoOn: [name] };
  }
  return others.complete && others.names.length <= MOST_BRANCHES
    ? { commit, defaultBranch: branch, onDefault, alsoOn: await git.branchesWith(commit) }
    : { why: 'GitHub has more release branches than the commit was looked for on' };
}

async function defaultOf(
  forge: Forge,
  repository: string,
): Promise<string | { readonly why: string }> {
  const reply = await forge.call('GET', repository);
  if (!reply.ok) return reply;
  const name = textOf(reply.data as Data | undefined, 'default_branch');
  return name === '' ? { why: 'GitHub names no default branch' } : name;
}

/** Whether a commit is on a branch: the branch is where it is, or before it (docs.github.com, "Compare two commits"). */
async function isOn(
  forge: Forge,
  repository: string,
  branch: string,
  commit: string,
): Promise<boolean | { readonly why: string }> {
  // A commit that the branch holds has nothing of its own, so that one item is enough.
  const path = `${repository}/compare/${encodeURIComponent(branch)}...${commit}?per_page=1`;
  const reply = await forge.call('GET', path);
  if (!reply.ok) return reply;
  const status = textOf(reply.data as Data | undefined, 'status');
  if (status === 'identical' || status === 'behind') return true;
  if (status === 'ahead' || status === 'diverged') return false;
  return { why: `GitHub compares the commit with \`${branch}\` and does not say how it stands` };
}

/** The branches of older series; `complete` where all branches were looked through. */
async function branchesOf(
  forge: Forge,
  repository: string,
  but: string,
): Promise<
  { readonly names: readonly string[]; readonly complete: boolean } | { readonly why: string }
> {
  const names: string[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const reply = await forge.call('GET', `${repository}/branches?per_page=100&page=${page}`);
    if (!reply.ok) return reply;
    const all = Array.isArray(reply.data) ? (reply.data as readonly Data[]) : [];
    names.push(
      ...all
        .map((one) => textOf(one, 'name'))
        .filter((name) => name !== but && isReleaseBranch(name)),
    );
    if (all.length < 100) return { names, complete: true };
  }
  return { names, complete: false };
}
