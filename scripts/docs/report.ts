import { reportSchema, reportsSchema } from '@pymaint/core';
import { readText } from '../shared/repo.ts';
import { between, table, type GeneratedFile } from '../shared/text.ts';

const PAGE = 'docs/reference/report.md';

/** The part of JSON Schema that the report's schema is written in. */
interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly definitions?: { readonly [name: string]: Schema };
}

/** The JSON Schema of a report, and its page: a table of fields for each kind of object. */
export async function reportFiles(): Promise<readonly GeneratedFile[]> {
  const schema: Schema = reportSchema();
  const definitions = Object.entries(schema.definitions ?? {});
  const sections = [
    fields('', schema),
    ...definitions.map(([name, one]) => `### ${name}\n\n${one.description}\n\n${fields('', one)}`),
  ];
  return [
    { path: 'schemas/pymaint-report-1.schema.json', text: JSON.stringify(schema) },
    { path: 'schemas/pymaint-reports-1.schema.json', text: JSON.stringify(reportsSchema()) },
    { path: PAGE, text: between(readText(PAGE), 'fields', `\n${sections.join('\n\n')}\n`) },
  ];
}

const fields = (prefix: string, schema: Schema): string =>
  table(['Field', 'Type', 'What it holds'], rows(prefix, schema));

/** A row for each field; those of an object without a name of its own follow it, behind its name. */
function rows(prefix: string, schema: Schema): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const optional = schema.required?.includes(name) === true ? '' : ', may be absent';
    const inner = field.items ?? field;
    const below = `${prefix}${name}${field.items === undefined ? '.' : '[].'}`;
    return [
      [`\`${prefix}${name}\``, typeOf(field) + optional, field.description ?? ''],
      ...rows(below, inner),
    ];
  });
}

function typeOf(schema: Schema): string {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  if (name !== undefined) return `[${name}](#${name})`;
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(', ');
  return schema.items === undefined ? (schema.type ?? 'any') : `array of ${typeOf(schema.items)}`;
}
