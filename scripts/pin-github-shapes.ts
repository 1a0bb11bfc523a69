/**
 * Pins the shapes of GitHub's answers, as far as pymaint reads them, in tests/github-shapes.json.
 *
 *     npm install --no-save --prefix FOLDER @octokit/openapi@VERSION
 *     npx -c 'node scripts/pin-github-shapes.ts FOLDER'
 *
 * The description is GitHub's own (github/rest-api-description, as npm has it); all of it would be 13 MB. Each answer is
 * cut down to the members that are read, with their types, their words and whether they may be absent.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './shared/repo.ts';

/** Members that are read: a name for one as it is, an object for what is below it, `[]` for the items of a list. */
interface Members {
  readonly [name: string]: Members;
}

const leaf: Members = {};
const list = (members: Members): Members => ({ '[]': members });
const REPO = '/repos/{owner}/{repo}';
const ISSUE: Members = {
  number: leaf,
  title: leaf,
  body: leaf,
  state: leaf,
  pull_request: leaf,
};

/** `METHOD path` → what is read of a good answer. */
const READ: { readonly [endpoint: string]: Members } = {
  [`get ${REPO}`]: { default_branch: leaf },
  [`get ${REPO}/branches`]: list({ name: leaf }),
  [`get ${REPO}/compare/{basehead}`]: { status: leaf },
  [`get ${REPO}/commits/{ref}/check-runs`]: {
    check_runs: list({
      name: leaf,
      status: leaf,
      conclusion: leaf,
      details_url: leaf,
      app: { slug: leaf },
      check_suite: { id: leaf },
    }),
  },
  [`get ${REPO}/commits/{ref}/status`]: { statuses: list({ state: leaf, context: leaf }) },
  [`get ${REPO}/actions/runs`]: {
    workflow_runs: list({
      workflow_id: leaf,
      check_suite_id: leaf,
      created_at: leaf,
      conclusion: leaf,
    }),
  },
  [`get ${REPO}/rules/branches/{branch}`]: list({
    type: leaf,
    parameters: { required_status_checks: list({ context: leaf }) },
  }),
  [`get ${REPO}/issues`]: list(ISSUE),
  [`post ${REPO}/issues`]: ISSUE,
  [`patch ${REPO}/issues/{issue_number}`]: ISSUE,
  [`get ${REPO}/issues/{issue_number}/comments`]: list({ body: leaf }),
  [`post ${REPO}/issues/{issue_number}/comments`]: { body: leaf },
  [`get ${REPO}/milestones`]: list({ title: leaf, open_issues: leaf }),
};

type Json = { readonly [key: string]: unknown };

const [folder = ''] = process.argv.slice(2);
const home = join(folder, 'node_modules/@octokit/openapi');
const bytes = readFileSync(join(home, 'generated/api.github.com.json'));
const api = JSON.parse(bytes.toString()) as Json;
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Json;

/** What stands at a path of members, or behind a `$ref`. */
const at = (path: readonly string[]): Json =>
  path.reduce<Json>((node, key) => (node[key] ?? {}) as Json, api);

function plain(schema: Json): Json {
  const ref = schema['$ref'];
  return typeof ref === 'string' ? plain(at(ref.replace('#/', '').split('/'))) : schema;
}

/** The schema with the wanted members alone, by JSON Schema's own words where OpenAPI 3.0 has others (`nullable`). */
function cut(written: Json, members: Members): Json {
  const schema = plain(written);
  const parts: Record<string, unknown> = {};
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    const all = schema[key] as readonly Json[] | undefined;
    if (all !== undefined) parts[key === 'oneOf' ? 'anyOf' : key] = unique(all, members);
  }
  const mayBeNull = schema['nullable'] === true;
  if (typeof schema['type'] === 'string')
    parts['type'] = mayBeNull ? [schema['type'], 'null'] : schema['type'];
  const words = schema['enum'] as readonly unknown[] | undefined;
  if (words !== undefined) parts['enum'] = mayBeNull ? [...words, null] : words;
  const { '[]': items, ...below } = members;
  if (items !== undefined && schema['items'] !== undefined)
    parts['items'] = cut(schema['items'] as Json, items);
  const properties = (schema['properties'] ?? {}) as { readonly [name: string]: Json };
  const kept = Object.keys(below).filter((name) => properties[name] !== undefined);
  if (kept.length === 0) return parts;
  parts['properties'] = Object.fromEntries(
    kept.map((name) => [name, cut(properties[name] ?? {}, below[name] ?? leaf)]),
  );
  const required = ((schema['required'] ?? []) as readonly string[]).filter((it) =>
    kept.includes(it),
  );
  return required.length === 0 ? parts : { ...parts, required };
}

/** Variants that differ in nothing that is read are one. */
const unique = (all: readonly Json[], members: Members): readonly Json[] => [
  ...new Map(all.map((one) => cut(one, members)).map((one) => [JSON.stringify(one), one])).values(),
];

const shapes = Object.fromEntries(
  Object.entries(READ).map(([endpoint, members]) => {
    const [method = '', path = ''] = endpoint.split(' ');
    const responses = at(['paths', path, method, 'responses']) as { readonly [code: string]: Json };
    const good = Object.keys(responses).find((code) => code.startsWith('2')) ?? '';
    const content = plain(responses[good] ?? {})['content'] as { readonly [type: string]: Json };
    return [endpoint, cut(content['application/json']?.['schema'] as Json, members)];
  }),
);
const source = `@octokit/openapi ${String(version)}, generated/api.github.com.json`;
const sha256 = createHash('sha256').update(bytes).digest('hex');
const text = `${JSON.stringify({ source, sha256, shapes }, null, 2)}\n`;
writeFileSync(join(ROOT, 'tests/github-shapes.json'), text);
