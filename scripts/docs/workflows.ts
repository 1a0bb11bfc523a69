import { load } from 'js-yaml';
import { matching, readText } from '../shared/repo.ts';
import { between, table, type GeneratedFile } from '../shared/text.ts';

const PAGE = 'docs/reference/workflows.md';

/** A reusable workflow, as far as its page tells of it. */
interface Reusable {
  readonly name: string;
  readonly on: {
    readonly workflow_call: {
      readonly inputs?: { readonly [name: string]: { readonly description: string } };
      readonly outputs?: { readonly [name: string]: { readonly description: string } };
    };
  };
  readonly jobs: {
    readonly [name: string]: { readonly permissions?: { readonly [scope: string]: string } };
  };
}

/** The page of the reusable workflows: what each asks for, its inputs and its outputs. */
export async function workflowFiles(): Promise<readonly GeneratedFile[]> {
  const sections = matching('.github/workflows/python-*.yml').map(section);
  return [
    { path: PAGE, text: between(readText(PAGE), 'workflows', `\n${sections.join('\n\n')}\n`) },
  ];
}

function section(path: string): string {
  const text = readText(path);
  const { on, jobs } = load(text) as Reusable;
  const permissions = Object.entries(
    Object.assign({}, ...Object.values(jobs).map((job) => job.permissions)) as object,
  );
  return [
    `## ${path.split('/').at(-1)}`,
    firstParagraph(text),
    `The caller's job grants ${permissions.map(([scope, level]) => `\`${scope}: ${level}\``).join(', ')}.`,
    ...described('Input', on.workflow_call.inputs),
    ...described('Output', on.workflow_call.outputs),
  ].join('\n\n');
}

const described = (
  kind: string,
  entries: Reusable['on']['workflow_call']['inputs'] = {},
): readonly string[] => {
  const rows = Object.entries(entries).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  return rows.length === 0 ? [] : [table([kind, 'What it says'], rows)];
};

/** The first paragraph of the comment at the top. */
const firstParagraph = (text: string): string =>
  (text.split(/^#$/m, 1)[0] ?? '').replace(/^# ?/gm, '').trim();
