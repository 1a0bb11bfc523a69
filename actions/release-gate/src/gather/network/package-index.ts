import { known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Project } from '@pymaint/python';
import { askIndex, indexAddress } from '@pymaint/version-drift';
import type { Asked, IndexAnswer } from '../../network-facts.ts';
import type { Options } from '../../options.ts';
import type { Sources } from '../sources.ts';

/** Whether the network may be asked. */
export const isOnline = ({ online, offline }: Options): boolean => online && !offline;

/** What is said where it may not. */
export const NOT_ASKED = {
  asked: false,
  why: 'the network is asked with `--online` alone',
} as const;

/** Asks the package index about the project, by the JSON form of the Simple repository API. */
export async function gatherIndex(
  ports: Ports,
  options: Options,
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<Asked<IndexAnswer>>> {
  if (!project.known) return project;
  const { place } = project;
  if (!isOnline(options)) return known(NOT_ASKED, place);
  const { name } = project.value;
  if (!name.known) return name.because === 'not-applicable' ? notApplicable(name.why) : name;
  const address = indexAddress(options['index-url'], ports.env, sources.pyproject);
  const answer = await askIndex(ports, address, name.value);
  return 'why' in answer
    ? notKnown(answer.why)
    : known({ asked: true, value: { url: address.url, project: answer.project } }, place);
}
