import { known, notKnown, UserError, type Fact } from '@pymaint/core';
import {
  answerText,
  noAnswer,
  patientRequest,
  serviceAddress,
  type Ports,
  type ServiceAddress,
} from '@pymaint/platform';
import type { Version } from '@pymaint/python';
import type { Advisories, Asked, IndexedRequirement } from '../../network-facts.ts';
import type { Options } from '../../options.ts';

/** OSV takes so many questions at once (google.github.io/osv.dev/post-v1-querybatch). */
const BATCH = 1000;

/** Asks about the versions that are installed today, and about the newest ones, in one request. */
export async function gatherAdvisories(
  ports: Ports,
  options: Options,
  required: Fact<Asked<readonly IndexedRequirement[]>>,
): Promise<Fact<Asked<Advisories>>> {
  if (!required.known) return required;
  if (!required.value.asked) return known(required.value, required.place);
  const address = serviceAddress(options['advisories-url'] ?? 'https://api.osv.dev');
  if (address === undefined)
    throw new UserError(
      'Unexpected address in `advisories-url`, expected one that begins with `https://`',
    );
  const questions = new Map(
    required.value.value.flatMap(({ name, installed, newest }) =>
      [installed, newest].flatMap((version) =>
        version === undefined ? [] : [[keyOf(name, version), { name, version: version.canonical }]],
      ),
    ),
  );
  const all = [...questions];
  const advisories = new Map<string, readonly string[]>();
  for (let at = 0; at < all.length; at += BATCH) {
    const part = all.slice(at, at + BATCH);
    const answer = await ask(
      ports,
      address,
      part.map(([, question]) => question),
    );
    if (typeof answer === 'string') return notKnown(answer);
    for (const [index, [key]] of part.entries()) advisories.set(key, answer[index] ?? []);
  }
  return known({ asked: true, value: advisories }, required.place);
}

/** `name==version`. */
export const keyOf = (name: string, version: Version): string => `${name}==${version.canonical}`;

async function ask(
  ports: Ports,
  { url, headers }: ServiceAddress,
  questions: readonly { readonly name: string; readonly version: string }[],
): Promise<readonly (readonly string[])[] | string> {
  const page = `${url}/v1/querybatch`;
  const body = JSON.stringify({
    queries: questions.map(({ name, version }) => ({
      package: { name, ecosystem: 'PyPI' },
      version,
    })),
  });
  const result = await patientRequest(ports, {
    method: 'POST',
    url: page,
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body,
    timeout: 20_000,
    maxBytes: 20_000_000,
  });
  if (result.kind !== 'answered' || result.status !== 200)
    return noAnswer('the advisory service', page, result);
  const answers = readBatch(answerText(result) ?? '');
  return answers?.length === questions.length
    ? answers
    : `the advisory service answered ${page} with what is no list of advisories`;
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

/** `{"results": [{"vulns": [{"id": "PYSEC-…"}]}, {}]}`, one result for each question in its order. */
function readBatch(text: string): readonly (readonly string[])[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const results = isRecord(data) ? data['results'] : undefined;
  if (!Array.isArray(results)) return undefined;
  return (results as readonly unknown[]).map((result) => {
    const vulns = isRecord(result) ? result['vulns'] : undefined;
    return Array.isArray(vulns)
      ? (vulns as readonly unknown[]).flatMap((vuln) =>
          isRecord(vuln) && typeof vuln['id'] === 'string' ? [vuln['id']] : [],
        )
      : [];
  });
}
