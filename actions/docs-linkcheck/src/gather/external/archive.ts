import { archivablePage, archivedCopy, availabilityOf, type LinkVerdict } from '@pymaint/docs';
import { answerText, patientRequest, type Ports } from '@pymaint/platform';
import type { Options } from '../../options.ts';

/** Pages that an archive is asked about in one run. */
const MOST = 30;
/** Milliseconds between two questions: the archive gives its answers away. */
const PAUSE = 500;

/**
 * Copies of dead pages by their addresses, as an archive says: one question a page, while there is time. What runs before
 * this one were told is not asked again. Where the archive does not answer it is left in peace.
 */
export async function archivedCopies(
  ports: Ports,
  options: Options,
  verdicts: ReadonlyMap<string, LinkVerdict>,
  known: (href: string) => string | undefined,
  deadline: number,
): Promise<ReadonlyMap<string, string>> {
  const service = options['archive-url'] ?? 'https://archive.org';
  const copies = new Map<string, string>();
  // What a company's own hosts lack is nobody else's business.
  if (service === 'off' || options['allow-private']) return copies;
  const byPage = new Map<string, string | undefined>();
  for (const [href, verdict] of verdicts) {
    const page = archivablePage(href, verdict);
    if (page === undefined) continue;
    if (!byPage.has(page) && byPage.size >= MOST) break;
    const told = byPage.get(page) ?? known(href);
    if (told === undefined && !byPage.has(page)) {
      const answer = await ask(ports, availabilityOf(service, page), deadline);
      if (answer === undefined) break;
      byPage.set(page, archivedCopy(answer));
    } else byPage.set(page, told);
    const copy = byPage.get(page);
    if (copy !== undefined) copies.set(href, copy);
  }
  return copies;
}

/** The archive's answer, or undefined where it gives none. */
async function ask(ports: Ports, url: string, deadline: number): Promise<string | undefined> {
  const left = deadline - ports.clock.monotonic();
  if (left <= 0) return undefined;
  const result = await patientRequest(
    ports,
    {
      method: 'GET',
      url,
      headers: { accept: 'application/json', 'user-agent': 'pymaint link check' },
      timeout: Math.min(left, 10_000),
      maxBytes: 100_000,
    },
    { attempts: 1, budget: Math.min(left, 10_000) },
  );
  if (result.kind !== 'answered' || result.status !== 200) return undefined;
  await ports.clock.sleep(PAUSE);
  return answerText(result);
}
