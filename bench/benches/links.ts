import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { usageOf } from '../measure.ts';

const [PAGES, HOSTS, DELAY] = [5000, 50, 30];
/** Milliseconds between two requests to one host, and how many of them at a time: pymaint's own settings. */
const [INTERVAL, PER_HOST, AT_ONCE] = [50, 4, 64];
/** No run can be quicker than the pages of one host one after the other, each an interval behind the last. */
const LIMIT = ((PAGES / HOSTS) * INTERVAL + DELAY) / 1000;

/** Many pages of many hosts on loopback, each answered after a while, beside a peer with the same limits. */
export const bench: Bench = {
  async measure({ folder, command, node, python }) {
    const { origins, close } = await hosts();
    try {
      const project = join(folder, 'project');
      await mkdir(project);
      const links = Array.from(
        { length: PAGES },
        (_, n) => `<${origins[n % HOSTS] ?? ''}/page/${n}>\n`,
      );
      await writeFile(join(project, 'README.md'), links.join('\n'));
      const cases: { readonly [name: string]: readonly [string, ...string[]] } = {
        '`pymaint docs-linkcheck --external`': [
          node,
          command,
          'docs-linkcheck',
          project,
          '--external',
          '--allow-private',
          '--checks=external',
        ],
        '`lychee`': [
          'lychee',
          '--no-progress',
          `--max-concurrency=${AT_ONCE}`,
          `--host-concurrency=${PER_HOST}`,
          `--host-request-interval=${INTERVAL}ms`,
          join(project, 'README.md'),
        ],
      };
      const rows: string[][] = [];
      for (const [name, words] of Object.entries(cases)) {
        const env = { ...process.env, PYMAINT_CACHE: join(folder, name.replace(/\W/g, '')) };
        const used = await usageOf(python, words, { env });
        // A peer that is not installed has no row.
        if (used !== undefined)
          rows.push([
            name,
            `${used.seconds.toFixed(1)} s`,
            `${LIMIT.toFixed(1)} s`,
            `${used.cpu.toFixed(1)} s`,
            `${used.megabytes.toFixed(0)} MB`,
          ]);
      }
      return [{ name: 'links', head: ['What runs', 'Time', 'Limit', 'CPU', 'Memory'], rows }];
    } finally {
      close();
    }
  },
};

async function hosts() {
  const servers = Array.from({ length: HOSTS }, () =>
    createServer((_, response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(), DELAY);
    }),
  );
  const origins: string[] = [];
  for (const [n, server] of servers.entries()) {
    await new Promise<void>((done) => void server.listen(0, `127.0.0.${n + 1}`, done));
    origins.push(`http://127.0.0.${n + 1}:${(server.address() as AddressInfo).port}`);
  }
  const close = (): void => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  };
  return { origins, close };
}
