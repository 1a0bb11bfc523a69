import type { LineIndex } from '@pymaint/core';
import type { Reference } from './model.ts';
import type { Span } from './lines.ts';

/** One pass over the text for everything that an entry can point at; each branch starts with a rare character. */
const REFERENCE =
  /\bhttps?:\/\/[^\s<>"'`\])}|\\]{1,400}|(?:\b[\w.-]{1,60}\/[\w.-]{1,60})?#\d{1,7}\b|\b(?:GH|gh)-\d{1,7}\b|:[a-z][\w-]{0,30}:`[^`\n]{1,200}`|\b(?:CVE-\d{4}-\d{4,8}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\b|(?<![\w@/.`])@[A-Za-z0-9][A-Za-z0-9-]{0,38}\b(?![./@])/g;

const FORGE =
  /^https?:\/\/[^/]+\/([^/]+\/[^/]+(?:\/-)?)\/(issues|pull|merge_requests|pulls)\/(\d{1,9})/;
const ADVISORY = /(CVE-\d{4}-\d{4,8}|GHSA(?:-\w{4}){3})/i;

const ROLES: { readonly [role: string]: Reference['kind'] } = {
  issue: 'issue',
  issues: 'issue',
  gh: 'issue',
  ghissue: 'issue',
  bug: 'issue',
  ticket: 'issue',
  feature: 'issue',
  support: 'issue',
  pr: 'pull-request',
  pull: 'pull-request',
  ghpull: 'pull-request',
  pullreq: 'pull-request',
  user: 'author',
  ghuser: 'author',
  cve: 'advisory',
  ghsa: 'advisory',
};

/** The references within a part of a text, in order. The same one twice is listed once. */
export function readReferences(text: string, span: Span, index: LineIndex): readonly Reference[] {
  const part = text.slice(span.start, span.end);
  if (!/[#@]|https?:|:`|CVE-|GHSA|GH-/i.test(part)) return [];
  const found: Reference[] = [];
  const seen = new Set<string>();
  for (const match of part.matchAll(REFERENCE)) {
    const start = span.start + match.index;
    for (const { kind, id, url, length } of interpret(match[0])) {
      if (seen.has(`${kind} ${id}`)) continue;
      seen.add(`${kind} ${id}`);
      found.push({ kind, id, url, range: index.range(start, start + length) });
    }
  }
  return found;
}

type Interpreted = Pick<Reference, 'kind' | 'id' | 'url'> & { readonly length: number };

function interpret(written: string): readonly Interpreted[] {
  const whole = { length: written.length, url: undefined };
  if (written.startsWith('http')) return [interpretUrl(written.replace(/[.,;:!?*_]+$/, ''))];
  if (written.startsWith(':')) return interpretRole(written);
  if (written.startsWith('@')) return [{ kind: 'author', id: written.slice(1), ...whole }];
  if (ADVISORY.test(written)) return [{ kind: 'advisory', id: written, ...whole }];
  return [{ kind: 'issue', id: written.replace(/^(?:#|gh-)/i, ''), ...whole }];
}

function interpretUrl(url: string): Interpreted {
  const forge = FORGE.exec(url);
  const advisory = ADVISORY.exec(url)?.[1];
  const length = url.length;
  if (advisory !== undefined) return { kind: 'advisory', id: advisory, url, length };
  if (forge === null) return { kind: 'link', id: url, url, length };
  const [, repository = '', place = '', number = ''] = forge;
  const kind = place === 'issues' ? 'issue' : 'pull-request';
  return { kind, id: `${repository.replace(/\/-$/, '')}#${number}`, url, length };
}

/** ``:issue:`12` ``, ``:pr:`12,13` ``, ``:issue:`text <12>` ``, ``:user:`name` ``. */
function interpretRole(written: string): readonly Interpreted[] {
  const close = written.indexOf(':', 1);
  const kind = ROLES[written.slice(1, close).toLowerCase()];
  const content = written.slice(close + 2, -1);
  const target = /<([^<>]+)>$/.exec(content)?.[1] ?? content;
  if (kind === undefined) return [];
  return target
    .split(',')
    .map((id) => id.trim().replace(/^[#@]/, ''))
    .filter((id) => id !== '' && id !== '-')
    .map((id) => ({
      kind,
      id: kind === 'advisory' && /^\d/.test(id) ? `CVE-${id}` : id,
      url: undefined,
      length: written.length,
    }));
}
