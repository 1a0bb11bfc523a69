import { lineIndex } from '@pymaint/core';
import type { Changelog, Release } from './model.ts';

/**
 * The body of a release as Markdown, for a release's page: links by label become links with their address, headings of
 * sections are put one level below the release's, comments, labels and definitions are left out.
 */
export function releaseNotes(text: string, changelog: Changelog, { body }: Release): string {
  const index = lineIndex(changelog.path, text);
  const part = text.slice(
    index.offset(body.line, body.column),
    index.offset(body.endLine, body.endColumn),
  );
  const urls = new Map(
    changelog.linkReferences.map(({ label, url }) => [label.toLowerCase(), url]),
  );
  const notes = changelog.markup === 'markdown' ? fromMarkdown(part, urls) : fromRst(part, urls);
  return notes
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

type Urls = ReadonlyMap<string, string>;

function fromMarkdown(part: string, urls: Urls): string {
  return part
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*\n?/gm, '')
    .replace(/^<a\s[^>\n]{0,200}>(?:<\/a>)?\s*$/gm, '')
    .replace(
      /\[([^[\]\n]{1,300})\](?:\[([^[\]\n]{0,200})\])?(?![([:])/g,
      (whole: string, words: string, label: string | undefined) => {
        const url = urls.get((label || words).toLowerCase());
        return url === undefined ? whole : `[${words}](${url})`;
      },
    );
}

/** The inline markup and the titles that changelogs use; anything else stays as it is written. */
function fromRst(part: string, urls: Urls): string {
  return part
    .replace(/^\.\. (?!code|note|warning)[^\n]*(?:\n[ \t]+[^\n]*)*\n?/gm, '')
    .replace(/^([^\s][^\n]{0,200})\n([=~^"'`+*#-])\2{2,}[ \t]*$/gm, '### $1')
    .replace(/``([^`\n]{1,400})``/g, '`$1`')
    .replace(/(^|[^`])`([^`<\n]{1,300}?)\s*<([^`<>\n]{1,400})>`__?/g, '$1[$2]($3)')
    .replace(/:(?:issue|pr|gh|pull|bug|feature|support|ticket):`#?(\d{1,9})`/g, '#$1')
    .replace(/:(?:user|ghuser):`@?([\w-]{1,40})`/g, '@$1')
    .replace(/:[a-z][\w:.+-]{0,40}:`[!~]?([^`<\n]{1,300}?)(?:\s*<[^`<>\n]{1,300}>)?`/gi, '`$1`')
    .replace(/(^|[^`\w])`([^`\n]{1,300})`_(?!_)/g, (_: string, before: string, words: string) => {
      const url = urls.get(words.toLowerCase());
      return url === undefined ? `${before}${words}` : `${before}[${words}](${url})`;
    });
}
