import { BACKSLASH, COLON, isSpace, mayFollow, mayPrecede } from './chars.ts';

/** A bare URI or e-mail address in running text. */
export interface BareLink {
  readonly kind: 'bare' | 'email';
  readonly start: number;
  readonly end: number;
}

// The schemes that docutils links (docutils `utils/urischemes.py`, from the IANA registry of 2005).
const SCHEMES = new Set(
  `about acap addbook afp afs aim callto castanet chttp cid crid data dav dict dns eid fax feed
  file finger freenet ftp go gopher gsm-sms h323 h324 hdl hnews http https hydra iioploc ilu im
  imap info ior ipp irc iris.beep iseek jar javascript jdbc ldap lifn livescript lrq mailbox
  mailserver mailto md5 mid mocha modem mtqp mupdate news nfs nntp opaquelocktoken phone pop pop3
  pres printer prospero rdar res rtsp rvp rwhois rx sdp service shttp sip sips smb snews snmp
  soap.beep soap.beeps ssh t120 tag tcp tel telephone telnet tftp tip tn3270 tv urn uuid vemmi
  videotex view-source wais whodp whois++ x-man-page xmlrpc.beep xmlrpc.beeps z39.50r z39.50s`.split(
    /\s+/u,
  ),
);

const URI = 1;
const LAST = 2;
const MAIL = 4;
const SCHEME = 8;
const LETTER = 16;
const bits = new Uint8Array(128);
const mark = (chars: string, bit: number): void => {
  for (let i = 0; i < chars.length; i += 1)
    bits[chars.charCodeAt(i)] = (bits[chars.charCodeAt(i)] ?? 0) | bit;
};
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
mark(LETTERS, URI | LAST | MAIL | SCHEME | LETTER);
mark('0123456789', URI | LAST | MAIL | SCHEME);
mark("-_.!~*'()[];/:@&=+$,%", URI);
mark('_~*/=+', LAST);
mark("-_!~*'{|}/#?^`&=+$%", MAIL);
mark('.+-', SCHEME);
const has = (code: number, bit: number): boolean => code < 128 && ((bits[code] ?? 0) & bit) !== 0;

/**
 * The bare links between two offsets, by docutils' `standalone_uri`: the first candidate whose scheme is
 * not registered ends the search.
 */
export function bareLinks(text: string, start: number, end: number): readonly BareLink[] {
  const found: BareLink[] = [];
  let base = start;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) {
      i += 1;
      continue;
    }
    if (code !== COLON && code !== 64) continue;
    const link = code === COLON ? uriAt(text, base, i, end) : mailAt(text, base, i, end);
    if (link === undefined) continue;
    if (link.kind === 'bare' && !SCHEMES.has(text.slice(link.start, i).toLowerCase())) break;
    found.push(link);
    base = link.end;
    i = link.end - 1;
  }
  return found;
}

/** The URI whose scheme ends at this colon. */
function uriAt(text: string, base: number, colon: number, end: number): BareLink | undefined {
  const start = leftmost(text, base, colon, SCHEME, LETTER);
  if (start < 0) return undefined;
  const stop = hierarchyEnd(text, colon + 1, end);
  return stop < 0 ? undefined : { kind: 'bare', start, end: stop };
}

/** The e-mail address around this at sign. */
function mailAt(text: string, base: number, sign: number, end: number): BareLink | undefined {
  if (sign === base || !has(text.charCodeAt(sign - 1), MAIL)) return undefined;
  const start = leftmost(text, base, sign, MAIL, MAIL);
  if (start < 0 || !has(text.charCodeAt(sign + 1), MAIL)) return undefined;
  let run = sign + 1;
  while (run < end && isHost(text.charCodeAt(run))) run += 1;
  const stop = lastGood(text, sign + 3, run, end);
  return stop < 0 ? undefined : { kind: 'email', start, end: stop };
}

// A backslash is a null for docutils, which the character classes of URIs and mail addresses hold.
const isHost = (code: number): boolean => has(code, MAIL) || code === 46 || code === BACKSLASH;

/**
 * The leftmost start of a run of `kind` characters before `stop` that begins with a `first` character and
 * may start inline markup. A mail name may hold single dots.
 */
function leftmost(text: string, base: number, stop: number, kind: number, first: number): number {
  let found = -1;
  for (let i = stop - 1; i >= base; i -= 1) {
    const code = text.charCodeAt(i);
    const isMail = kind === MAIL && code === BACKSLASH;
    const isDot = kind === MAIL && code === 46;
    if (!isDot && !isMail && !has(code, kind)) break;
    if (isDot && (!has(text.charCodeAt(i + 1), MAIL) || i + 1 === stop)) break;
    const isFirst = i === base || mayPrecede(text.charCodeAt(i - 1));
    if (isFirst && (isMail || has(code, first))) found = i;
  }
  return found;
}

/** The end of a URI behind its scheme, with its query and its fragment, or -1. */
function hierarchyEnd(text: string, start: number, end: number): number {
  const path = uriRun(text, start, end);
  if (path === start) return -1;
  let best = lastGood(text, start + 1, path, end);
  let reach = path;
  if (mayGoOn(text, path, end, 63)) {
    const query = uriRun(text, path + 1, end);
    const good = lastGood(text, path + 2, query, end);
    if (good > 0) best = good;
    if (query > path + 1) reach = query;
  }
  if (mayGoOn(text, reach, end, 35)) {
    const fragment = uriRun(text, reach + 1, end);
    const good = lastGood(text, reach + 2, fragment, end);
    if (good > 0) best = good;
  }
  return best;
}

const mayGoOn = (text: string, at: number, end: number, sign: number): boolean =>
  at < end && text.charCodeAt(at) === sign && has(text.charCodeAt(at - 1), LAST);

function uriRun(text: string, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH && has(text.charCodeAt(i + 1), URI)) i += 2;
    else if (has(code, URI)) i += 1;
    else break;
  }
  return Math.min(i, end);
}

/** The last place from `least` to `most` where a URI may end, or -1. */
function lastGood(text: string, least: number, most: number, end: number): number {
  for (let i = most; i >= least; i -= 1) {
    const last = text.charCodeAt(i - 1);
    const next = i < end ? text.charCodeAt(i) : NaN;
    if (!has(last, LAST) && !(next === 62 && has(last, URI))) continue;
    if (i >= end || mayFollow(next) || isSpace(next)) return i;
  }
  return -1;
}
