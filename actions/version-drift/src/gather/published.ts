import { known, notApplicable, notKnown, tomlDocument, type Fact, type Known } from '@pymaint/core';
import type { Git, Ports } from '@pymaint/platform';
import { compareVersions, parseVersion, type IndexedProject, type Project } from '@pymaint/python';
import type { DeclaredDay, Published, Release, Sources, Target } from '../facts.ts';
import type { Options } from '../options.ts';
import { askIndex } from './ask-index.ts';
import { indexAddress } from './index-address.ts';

const isOnline = ({ online, offline }: Options): boolean => online && !offline;

const NOT_ASKED = { asked: false, why: 'the network is asked with `--online` alone' } as const;

/**
 * What the package index has of the project.
 * @throws UserError where the index's address is none
 */
export async function gatherPublished(
  ports: Ports,
  options: Options,
  sources: Sources,
  { value, place }: Known<Project>,
): Promise<Fact<Published>> {
  if (!isOnline(options)) return known(NOT_ASKED, place);
  const { name } = value;
  if (!name.known) return name.because === 'not-applicable' ? notApplicable(name.why) : name;
  const pyproject = tomlDocument('pyproject.toml', (await sources.read('pyproject.toml')) ?? '');
  const address = indexAddress(options['index-url'], ports.env, pyproject);
  const reply = await askIndex(ports, address, name.value);
  return 'why' in reply
    ? notKnown(reply.why)
    : known({ asked: true, url: address.url, releases: releasesOf(reply.project) }, place);
}

/** The releases that have a file which was not yanked, greatest version first. */
function releasesOf(project: IndexedProject | undefined): readonly Release[] {
  const versions = new Map(
    (project?.files ?? []).flatMap(({ version, yanked }) =>
      version === undefined || yanked !== undefined ? [] : [[version.canonical, version] as const],
    ),
  );
  return [...versions.values()]
    .toSorted((a, b) => compareVersions(b, a))
    .map((version) => ({ tag: version.canonical, version, date: '', here: false }));
}

/** Tags and index together, each version once: what was released. */
export function releasedAnywhere(
  tags: Fact<readonly Release[]>,
  published: Fact<Published>,
): Fact<readonly Release[]> {
  if (!published.known || !published.value.asked || published.value.releases.length === 0)
    return tags;
  const tagged = tags.known ? tags.value : [];
  const names = new Set(tagged.map(({ version }) => version.canonical));
  const all = [
    ...tagged,
    ...published.value.releases.filter(({ version }) => !names.has(version.canonical)),
  ];
  return known(
    all.toSorted((a, b) => compareVersions(b.version, a.version)),
    published.place,
  );
}

/** Milliseconds. */
const DAY = 86_400_000;

/** The day on which the line that declares the version was written, by git. */
export async function gatherDeclaredDay(
  git: Git,
  options: Options,
  target: Fact<Target>,
): Promise<Fact<DeclaredDay>> {
  if (!isOnline(options)) return notApplicable(NOT_ASKED.why);
  if (!target.known) return target;
  if (target.value.from !== 'declared' || parseVersion(target.value.version.text) === undefined)
    return notApplicable('no version is declared');
  const available = await git.available();
  if (!available.yes) return notApplicable(available.why);
  const { path, line } = target.place;
  const day = await git.lineDay(path, line);
  const within = Math.floor(options['release-within'] / DAY);
  if (day !== undefined) return known({ day, within }, target.place);
  return (await git.isShallow())
    ? notKnown('this clone is shallow: git fetch --unshallow')
    : notApplicable('the version is not committed yet');
}
