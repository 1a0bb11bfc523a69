import type { Place } from '@pymaint/core';
import type { DocsWarning } from '../../facts.ts';
import { oneLine } from '../trouble.ts';

/** A warning of MkDocs, and what of it says where it belongs. */
export interface MkdocsWarning {
  readonly message: string;
  /** The page, relative to the folder of the pages. */
  readonly page: string | undefined;
  /** The text to look for in the page, or in the configuration. */
  readonly needle: string | undefined;
}

/** `WARNING -  Doc file 'index.md' contains a link 'x.md', but …`; each once, in the order of the output. */
export function readMkdocsOutput(output: string): readonly MkdocsWarning[] {
  const messages = [...output.matchAll(/^(?:WARNING|ERROR)\s+-\s+(.+)$/gm)].map((match) =>
    oneLine(match[1] ?? ''),
  );
  return [...new Set(messages)].map((message) => {
    const link = /^Doc file '([^']+)' contains (?:an? )?(?:[\w ]+ )?link '([^']+)'/.exec(message);
    const nav = /^A (?:relative path|reference) to '([^']+)' is included in the 'nav'/.exec(
      message,
    );
    const value = /^Config value '([\w.]+)'/.exec(message);
    return {
      message,
      page: link?.[1],
      needle: link?.[2] ?? nav?.[1] ?? value?.[1]?.split('.', 1)[0],
    };
  });
}

/** Finds the place of a warning in the text of its page, or of the configuration where it names none. */
export function placeWarning(
  warning: MkdocsWarning,
  path: string,
  text: string | undefined,
): DocsWarning {
  const place = (): Place => {
    if (text === undefined || warning.needle === undefined) return { path, line: 1, column: 1 };
    const at = text.indexOf(warning.needle);
    if (at < 0) return { path, line: 1, column: 1 };
    const before = text.slice(0, at);
    return {
      path,
      line: before.split('\n').length,
      column: at - before.lastIndexOf('\n'),
    };
  };
  return { message: warning.message, place: place() };
}
