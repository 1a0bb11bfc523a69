import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

/** The table of shapes: `tests/github-shapes.json` of the repository, made by `scripts/pin-github-shapes.ts`. */
const TABLE = new URL('../../../tests/github-shapes.json', import.meta.url);

let made: ReadonlyMap<string, ValidateFunction> | undefined;

function validators(): ReadonlyMap<string, ValidateFunction> {
  if (made !== undefined) return made;
  const { shapes } = JSON.parse(readFileSync(TABLE, 'utf8')) as {
    readonly shapes: { readonly [endpoint: string]: object };
  };
  const ajv = new Ajv({ strict: false, allErrors: true });
  made = new Map(Object.entries(shapes).map(([name, schema]) => [name, ajv.compile(schema)]));
  return made;
}

/** The endpoints whose answers are read: `get /repos/{owner}/{repo}/issues`. */
export const githubEndpoints = (): readonly string[] => [...validators().keys()];

/**
 * What of an answer is not as GitHub's own OpenAPI description has it, as far as it is read: `/0/title must be string`.
 * Throws for an endpoint that nothing reads.
 */
export function misshapen(endpoint: string, answer: unknown): readonly string[] {
  const validate = validators().get(endpoint);
  if (validate === undefined) throw new Error(`Unexpected endpoint \`${endpoint}\``);
  validate(answer);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath} ${message}`,
  );
}
