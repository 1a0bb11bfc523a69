import { groupBy, known, notKnown, type Fact } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import {
  isPrerelease,
  specifiersContain,
  type IndexedProject,
  type Project,
  type Requirement,
  type SpecifierSet,
  type Version,
} from '@pymaint/python';
import { askIndex, indexAddress } from '@pymaint/version-drift';
import { indexedReleases, type IndexedRelease } from '../../judging/indexed.ts';
import { requirementsOf } from '../../judging/requirements.ts';
import type { Asked, IndexedRequirement } from '../../network-facts.ts';
import type { Options } from '../../options.ts';
import type { Sources } from '../sources.ts';
import { isOnline, NOT_ASKED } from './package-index.ts';

/** Requests to the index at the same time. */
const AT_ONCE = 6;

/**
 * Asks the index about all that the published metadata requires. What it does not have may come from elsewhere, and
 * is left out; requirements with an address of their own are as well.
 */
export async function gatherRequired(
  ports: Ports,
  options: Options,
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<Asked<readonly IndexedRequirement[]>>> {
  if (!project.known) return project;
  if (!isOnline(options)) return known(NOT_ASKED, project.place);
  const written = requirementsOf(project.value).flatMap(({ published, requirement, entry, of }) =>
    published && requirement !== undefined && requirement.url === undefined
      ? [{ requirement, place: entry.place, of }]
      : [],
  );
  const byName = [...groupBy(written, ({ requirement }) => requirement.normalizedName)];
  const address = indexAddress(options['index-url'], ports.env, sources.pyproject);
  const found: IndexedRequirement[] = [];
  const unknown: string[] = [];
  const queue = byName.values();
  const worker = async (): Promise<void> => {
    // All workers take from one iterator, so that each name is asked once.
    for (const [name, uses] of queue) {
      if (unknown.length > 0) return;
      const answer = await askIndex(ports, address, name);
      if ('why' in answer) unknown.push(answer.why);
      else if (answer.project !== undefined)
        for (const use of uses)
          found.push({ ...indexedRequirement(use.requirement, answer.project), ...use });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const [why] = unknown;
  if (why !== undefined) return notKnown(why);
  const order = new Map(written.map(({ requirement }, at) => [requirement.text, at]));
  return known(
    {
      asked: true,
      value: found.toSorted((a, b) => (order.get(a.text) ?? 0) - (order.get(b.text) ?? 0)),
    },
    project.place,
  );
}

function indexedRequirement(
  { normalizedName, text, specifiers }: Requirement,
  project: IndexedProject,
): Omit<IndexedRequirement, 'place' | 'of'> {
  // Greatest first. Eggs and installers of old are taken by no installer of today.
  const releases = indexedReleases(project).filter(({ files }) =>
    files.some(({ kind }) => kind !== 'other'),
  );
  const valid = releases.filter(({ yanked }) => !yanked);
  const installed = bestIn(specifiers, valid);
  const onlyYanked = installed === undefined ? bestIn(specifiers, releases) : undefined;
  const final = valid.find(({ version }) => !isPrerelease(version));
  return {
    name: normalizedName,
    text,
    installed: installed?.version,
    yanked: onlyYanked && { version: onlyYanked.version, reason: reasonOf(onlyYanked) },
    newest: (final ?? valid[0])?.version,
  };
}

/** As pip chooses: a pre-release only where the range names one, or holds nothing else. */
function bestIn(
  range: SpecifierSet,
  releases: readonly IndexedRelease[],
): IndexedRelease | undefined {
  const holds = (version: Version, prereleases?: boolean): boolean =>
    specifiersContain(range, version, prereleases === undefined ? {} : { prereleases });
  return (
    releases.find(({ version }) => holds(version)) ??
    releases.find(({ version }) => holds(version, true))
  );
}

const reasonOf = ({ files }: IndexedRelease): string =>
  files.map(({ yanked }) => yanked ?? '').find((reason) => reason !== '') ?? '';
