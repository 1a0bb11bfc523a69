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
} from '@pymaint/python';

/** Most bytes of an index's page about one project; the largest ones of today have some ten million. */
const MOST_BYTES = 60_000_000;

/** What the index has of a project, undefined for nothing; or why it did not say. */
export type IndexReply =
  | { readonly project: IndexedProject | undefined }
  | { readonly why: string };

/** Asks the package index about one project, by the Simple repository API (PEP 503, PEP 691). */
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
