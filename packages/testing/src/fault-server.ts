import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from './git-fixture.ts';

/** What a fault is given. */
export interface FaultCall {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  /** 0 for the first request of its path, then 1, 2, … */
  readonly nth: number;
  /** Tells the test that the answer stops here and nothing more will come: time to let the timeout pass. */
  readonly stall: () => void;
}

/** One way to answer. */
export type Fault = (call: FaultCall) => void;

/** A request as it came. */
export interface FaultRequest {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly authorization: string | undefined;
}

/** A server on loopback that answers as badly as it is told to. */
export interface FaultServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` or with `https`. */
  readonly origin: string;
  readonly port: number;
  /** In the order in which they came. */
  readonly requests: readonly FaultRequest[];
}

/** How a {@link faultServer} is started. */
export interface FaultServerOptions {
  /** Speak https with this key and certificate. */
  readonly tls?: Certificate;
  /** Called where an answer stops for good. */
  readonly onStall?: () => void;
}

/** Starts a server with one fault for each path; other paths are answered with 404. */
export async function faultServer(
  faults: { readonly [path: string]: Fault },
  { tls, onStall = () => undefined }: FaultServerOptions = {},
): Promise<FaultServer> {
  const requests: FaultRequest[] = [];
  const answer: http.RequestListener = (request, response) => {
    const { method = '', url: path = '' } = request;
    const { host = '', authorization } = request.headers;
    const nth = requests.filter((other) => other.path === path).length;
    requests.push({ method, path, host, authorization });
    const fault = Object.hasOwn(faults, path) ? faults[path] : undefined;
    (fault ?? status(404))({ request, response, nth, stall: onStall });
  };
  const server = tls === undefined ? http.createServer(answer) : https.createServer(tls, answer);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Headers = { readonly [name: string]: string };

/** A status, with headers and a body of HTML. */
export const status =
  (code: number, headers: Headers = {}, body = ''): Fault =>
  ({ response }) =>
    void response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(body);

/** A good page. */
export const page = (html: string, headers: Headers = {}): Fault => status(200, headers, html);

/** A redirect to an address or path. */
export const redirect = (code: number, location: string): Fault => status(code, { location });

/** The first request by the first fault and so on; the last one for all others. */
export const inTurn =
  (...faults: readonly [Fault, ...Fault[]]): Fault =>
  (call) =>
    (faults[call.nth] ?? faults.at(-1) ?? faults[0])(call);

/** HEAD is answered in its own way. */
export const headIs =
  (head: Fault, get: Fault): Fault =>
  (call) =>
    (call.request.method === 'HEAD' ? head : get)(call);

/** Closes the connection before any answer. */
export const drop: Fault = ({ request }) => void request.socket.destroy();

/** Resets the connection (RST). */
export const reset: Fault = ({ request }) => void request.socket.resetAndDestroy();

/** Never answers. */
export const silent: Fault = ({ stall }) => stall();

/** Sends the beginning of a page and then nothing. The stall is told of unless the beginning should be enough. */
export const halfPage =
  (html: string, isEnough = false): Fault =>
  ({ response, stall }) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(html, () => {
      if (!isEnough) stall();
    });
  };

/** Promises more bytes than it sends, and closes. */
export const tooShort =
  (html: string): Fault =>
  ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000000' });
    response.write(html, () => response.destroy());
  };

/** Speaks no HTTP. */
export const garbage: Fault = ({ request }) => void request.socket.end('SSH-2.0-none\r\n\r\n');

/** A page that never ends, after a beginning of its own. */
export const endless =
  (html: string): Fault =>
  ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(html);
    const filler = '<p>more</p>'.repeat(5000);
    const go = (): void => {
      while (!response.destroyed && response.write(filler));
    };
    response.on('drain', go);
    go();
  };

/** A small answer that unpacks to so many million bytes. */
export const gzipBomb =
  (megabytes: number): Fault =>
  ({ response }) => {
    const part = gzipSync(Buffer.alloc(1_000_000, 32));
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    response.end(Buffer.concat(Array.from({ length: megabytes }, () => part)));
  };

/** A body as it is, with its encoding. */
export const encoded =
  (encoding: string, body: Uint8Array, headers: Headers = {}): Fault =>
  ({ response }) =>
    void response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding, ...headers })
      .end(body);

/** A key and the certificate that it signed itself, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for host names (or `IP:127.0.0.1`) that is valid for two days. Nothing vouches for it but itself. */
export async function selfSigned(names: readonly string[]): Promise<Certificate> {
  await using place = await temporaryFolder();
  const [key, cert] = [join(place.folder, 'key'), join(place.folder, 'cert')];
  const alternative = names.map((name) => (name.includes(':') ? name : `DNS:${name}`)).join(',');
  const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const where = ['-days', '2', '-keyout', key, '-out', cert];
  const whose = ['-subj', '/CN=pymaint test', '-addext', `subjectAltName=${alternative}`];
  execFileSync('openssl', ['req', ...made, ...where, ...whose], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}
