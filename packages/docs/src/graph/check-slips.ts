import type { Finding, Fix, Level } from '@pymaint/core';
import type { Document, Slip } from '../document.ts';
import type { Site } from './project.ts';
import { findingAt } from './report.ts';

/** Directives that a comment of one colon surely was meant to be; `.. todo: x` and `.. data: x` may be notes. */
const MEANT = new Set(
  `note warning tip hint important caution danger attention admonition seealso code-block code image figure
  toctree include literalinclude versionadded versionchanged deprecated contents list-table math automodule
  autoclass autofunction`.split(/\s+/u),
);

/** With text behind their colon these may be remarks to whoever edits the page; real projects hold such. */
const REMARKS = new Set(
  'note warning tip hint important caution danger attention seealso code'.split(' '),
);

/** Roles that no one writes of in running text: `:name: x` may be a field that is being explained. */
const ROLES = new Set(
  `ref doc term numref eq func meth class mod attr exc obj data const any download option envvar
  pep rfc kbd guilabel menuselection`.split(/\s+/u),
);

/** Markup that is not quite right, and that Sphinx shows as text or drops without a word. */
export function checkSlips(site: Site): readonly Finding[] {
  const documents = new Set(
    [...site.pages.values()].flatMap(({ parts }) => parts.map(({ document }) => document)),
  );
  return [...documents].flatMap((document) =>
    document.format === 'rst' ? document.slips.flatMap((slip) => judge(document, slip)) : [],
  );
}

function judge(document: Document, slip: Slip): readonly Finding[] {
  const { name, span } = slip;
  const text = document.text.slice(span.start, span.end);
  switch (slip.kind) {
    case 'single-colon': {
      if (!MEANT.has(name)) return [];
      const colon = span.start + text.indexOf(name) + name.length;
      const isRemark =
        REMARKS.has(name) && /^:[^\S\n]*\S/u.test(document.text.slice(colon, colon + 200));
      return [
        report(
          document,
          { ...slip, span: { start: span.start, end: colon + 1 } },
          `Unexpected comment \`.. ${name}:\`, expected a directive with two colons`,
          edit(document, 'Double the colon', colon, colon, ':'),
          isRemark ? 'notice' : 'warning',
        ),
      ];
    }
    case 'role-space': {
      if (!ROLES.has(name.replace(/^\w+:/u, ''))) return [];
      const space = span.start + name.length + 2;
      return [
        report(
          document,
          slip,
          `Unexpected space behind the role \`:${name}:\`, expected a backquote at once`,
          edit(document, 'Take the space out', space, space + 1, ''),
        ),
      ];
    }
    case 'missing-underscore':
      return [
        report(
          document,
          slip,
          `Unexpected text \`${text}\` that is no link, expected an underscore behind it`,
          edit(document, 'Add the underscores', span.end, span.end, '__'),
        ),
      ];
    case 'markdown-link':
      return [
        report(
          document,
          slip,
          `Unexpected Markdown link \`${text}\` in reStructuredText, expected \`text <${name}>\`__`,
          markdownFix(document, slip, text),
        ),
      ];
    case 'rst-role':
    case 'rst-directive':
    case 'rst-link':
      return [];
  }
}

const report = (
  document: Document,
  { kind, span }: Slip,
  message: string,
  fix: Fix,
  level: Level = 'warning',
): Finding => ({
  ...findingAt(document, span, `docs/${kind}`, level, message),
  fix,
});

/** A person should look: the text may be meant as it stands. */
function edit(document: Document, title: string, start: number, end: number, newText: string): Fix {
  const range = document.lines().range(start, end);
  return {
    title,
    safe: false,
    edits: [{ range, oldText: document.text.slice(start, end), newText }],
  };
}

function markdownFix(document: Document, { name, span }: Slip, text: string): Fix {
  const shown = text.slice(1, text.indexOf(']('));
  return edit(document, 'Write it as a link', span.start, span.end, `\`${shown} <${name}>\`__`);
}
