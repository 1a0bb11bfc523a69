import { known, notApplicable, notKnown, UserError, type Fact } from '@pymaint/core';
import {
  answerText,
  noAnswer,
  patientRequest,
  type Ports,
  type ServiceAddress,
} from '@pymaint/platform';
import {
  normalizedName,
  readSimpleIndex,
  SIMPLE_TYPES,
  type IndexedProject,
  type Project,
} from '@pymaint/python';
import type { Asked, IndexAnswer } from '../../network-facts.ts';
import type { Options } from '../../options.ts';
import type { Sources } from '../sources.ts';
import { indexAddress } from './index-address.ts';

/** Most bytes of an index's page about one project; the largest ones of today have some ten million. */
const MOST_BYTES = 60_000_000;

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
  const address = addressOf(options, ports, sources);
  const answer = await askIndex(ports, address, name.value);
  return 'why' in answer
    ? notKnown(answer.why)
    : known({ asked: true, value: { url: address.url, project: answer.project } }, place);
}

/**
 * The index's address.
 * @throws UserError where it is none
 */
export function addressOf(options: Options, ports: Ports, sources: Sources): ServiceAddress {
  const address = indexAddress(options['index-url'], ports.env, sources.pyproject);
  if (address !== undefined) return address;
  throw new UserError(
    'Unexpected address of the package index, expected one that begins with `https://`',
  );
}

/** What the index has of a project, undefined for nothing; or why it did not say. */
export type IndexReply =
  | { readonly project: IndexedProject | undefined }
  | { readonly why: string };

/** Asks the index about one project. */
export async function askIndex(
  ports: Ports,
  { url, headers }: ServiceAddress,
  name: string,
): Promise<IndexReply> {
  const page = `${url}/${normalizedName(name)}/`;
  const result = await patientRequest(ports, {
    method: 'GET',
    url: page,
    headers: { ...headers, accept: SIMPLE_TYPES },
    timeout: 20_000,
    maxBytes: MOST_BYTES,
  });
  if (result.kind === 'answered' && (result.status === 404 || result.status === 410))
    return { project: undefined };
  if (result.kind !== 'answered' || result.status !== 200)
    return { why: noAnswer('the package index', page, result) };
  const text = answerText(result);
  const project =
    text === undefined
      ? undefined
      : readSimpleIndex(text, result.headers['content-type'] ?? '', name);
  return project === undefined
    ? { why: `the package index answered ${page} with what is no list of files` }
    : { project };
}
