/** All that a gate asks of others, on this machine: the package index, the advisory service, and GitHub. */
import { emulatedGithub } from '@pymaint/testing';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What they know. */
interface State {
  /** Versions on the index; undefined where it does not answer. */
  readonly released: readonly string[] | undefined;
  /** The title of an open issue that blocks releases. */
  readonly blocker?: string;
}

/** Services that are running. */
export interface Outside extends AsyncDisposable {
  /** GitHub's. */
  readonly url: string;
  /** What a project's pyproject.toml says so that these are asked. */
  readonly settings: string;
  /** What was asked for, by the last part of its path. */
  readonly asked: () => readonly string[];
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

/** Starts the services: the emulator for GitHub, with what it lacks in front of it. */
export async function outside({ released, blocker }: State): Promise<Outside> {
  const github = await emulatedGithub('org/demo');
  const headers = { authorization: 'Bearer secret', 'content-type': 'application/json' };
  if (blocker !== undefined)
    await fetch(`${github.url}/repos/org/demo/issues`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ title: blocker, labels: ['blocker'] }),
    });
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    const [name = ''] = path.split('?', 1);
    const json = (data: unknown, type = 'application/json'): void =>
      void response.writeHead(200, { 'content-type': type }).end(JSON.stringify(data));
    asked.push(name.startsWith('/simple/') ? 'index' : (name.split('/').at(-1) ?? ''));
    if (name.startsWith('/simple/'))
      return released === undefined
        ? void response.writeHead(503).end()
        : json(indexPage(released), JSON_TYPE);
    if (name === '/v1/querybatch') return json({ results: [] });
    // The commit is one that the emulator has never seen.
    if (name.endsWith('/check-runs')) return json({ check_runs: [passed] });
    if (name.endsWith('/status')) return json({ statuses: [] });
    if (name.endsWith('/actions/runs')) return json({ workflow_runs: [] });
    void fetch(github.url + path, { headers }).then(async (answer) =>
      response.writeHead(answer.status).end(await answer.text()),
    );
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    settings: `\n[tool.pymaint.release-gate]\nindex-url = "${url}/simple"\nadvisories-url = "${url}"\n`,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      await github.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

const passed = {
  name: 'tests',
  status: 'completed',
  conclusion: 'success',
  app: { slug: 'github-actions' },
};

/** A project's page by the JSON form of the Simple repository API. */
const indexPage = (versions: readonly string[]) => ({
  meta: { 'api-version': '1.0' },
  name: 'typing-extensions',
  files: versions.flatMap((version) =>
    [`${version}-py3-none-any.whl`, `${version}.tar.gz`].map((end) => ({
      filename: `typing_extensions-${end}`,
      url: `https://files.invalid/typing_extensions-${end}`,
      hashes: {},
    })),
  ),
});
