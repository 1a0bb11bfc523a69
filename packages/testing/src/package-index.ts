import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One file of a project on the package index, as the Simple repository API lists it. */
export interface IndexFile {
  readonly filename: string;
  readonly url: string;
  /** Lower-case hex, where the index gives it. */
  readonly sha256?: string;
  readonly yanked: boolean;
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

/**
 * The address of the package index: `PIP_INDEX_URL`, else pip's own configuration, else the public default.
 * Tests then use the mirror that the machine's pip uses.
 */
export async function indexUrl(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const configured = env['PIP_INDEX_URL'] || (await pipConfigured());
  return (configured || 'https://pypi.org/simple').replace(/\/+$/, '');
}

async function pipConfigured(): Promise<string | undefined> {
  try {
    const { stdout } = await run('pip', ['config', 'get', 'global.index-url']);
    return stdout.trim();
  } catch {
    // No pip, or no such key: both mean that nothing is configured.
    return undefined;
  }
}

/** The files of one project, by the Simple repository API: JSON (PEP 691), or HTML (PEP 503) where the index has no JSON. */
export async function indexFiles(project: string, index: string): Promise<readonly IndexFile[]> {
  const response = await get(`${index}/${project}/`, `${JSON_TYPE}, text/html;q=0.1`);
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  return type.includes('json') ? fromJson(text, response.url) : fromHtml(text, response.url);
}

/** The bytes behind an address of the index; throws with the address and the status where it answers otherwise than 2xx. */
export async function download(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await get(url, '*/*')).arrayBuffer());
}

/** GET with two more tries: an index that is busy for a moment should not fail a test. */
async function get(url: string, accept: string): Promise<Response> {
  const { address, headers } = withoutCredentials(url);
  let last = '';
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const response = await fetch(address, {
        headers: { ...headers, accept },
        signal: AbortSignal.timeout(180_000),
      });
      if (response.ok) return response;
      last = `status ${response.status}`;
      if (response.status < 500 && response.status !== 429) break;
    } catch (error) {
      last = String(error instanceof Error ? (error.cause ?? error.message) : error);
    }
  }
  throw new Error(`GET ${address} failed: ${last}`);
}

/** fetch refuses `user:password@host`; pip allows it. */
function withoutCredentials(url: string): { address: string; headers: { [name: string]: string } } {
  const parsed = new URL(url);
  if (parsed.username === '') return { address: url, headers: {} };
  const user = decodeURIComponent(parsed.username);
  const secret = Buffer.from(`${user}:${decodeURIComponent(parsed.password)}`).toString('base64');
  parsed.username = '';
  parsed.password = '';
  return { address: parsed.href, headers: { authorization: `Basic ${secret}` } };
}

interface SimpleJson {
  readonly files: readonly {
    readonly filename: string;
    readonly url: string;
    readonly hashes: { readonly sha256?: string };
    readonly yanked?: boolean | string;
  }[];
}

const fromJson = (text: string, base: string): readonly IndexFile[] =>
  (JSON.parse(text) as SimpleJson).files.map((file) =>
    indexFile(file.filename, new URL(file.url, base).href, file.hashes.sha256, file.yanked),
  );

/** PEP 503: each file is one anchor whose text is the file's name and whose address ends in `#sha256=…`. */
const fromHtml = (text: string, base: string): readonly IndexFile[] =>
  [...text.matchAll(/<a\s([^>]*)>([^<]*)<\/a>/gi)].flatMap(([, attributes = '', name = '']) => {
    const href = /\bhref="([^"]*)"/i.exec(attributes)?.[1]?.replaceAll('&amp;', '&');
    if (href === undefined) return [];
    const url = new URL(href, base);
    const sha256 = /^#sha256=([0-9a-f]{64})$/i.exec(url.hash)?.[1];
    url.hash = '';
    return [indexFile(name.trim(), url.href, sha256, /\bdata-yanked\b/i.test(attributes))];
  });

const indexFile = (
  filename: string,
  url: string,
  sha256?: string,
  yanked: boolean | string = false,
): IndexFile => ({
  filename,
  url,
  ...(sha256 === undefined ? {} : { sha256 }),
  // A reason for yanking may be the empty text: only `false` says that it was not yanked.
  yanked: yanked !== false,
});
