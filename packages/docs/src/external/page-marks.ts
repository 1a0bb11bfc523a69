/** What a page's text and headers give away about it, as words for a report. */
export interface PageMarks {
  /** It asks for proof that no robot reads it. */
  readonly challenge?: string;
  /** The domain is for sale. */
  readonly parked?: string;
  /** It says "not found" and answers 200. */
  readonly softNotFound?: string;
  /** A script in the browser makes the page, so that what the server sends may lack its anchors. */
  readonly scripted?: boolean;
}

const CHALLENGES: readonly (readonly [RegExp, string])[] = [
  [/<title>\s*Just a moment\.\.\./i, 'a challenge page'],
  [/Making sure you(?:'|&#39;|’)re not a bot/i, 'a proof-of-work page'],
  [/id="anubis_challenge"/i, 'a proof-of-work page'],
  [/\/cdn-cgi\/challenge-platform\//i, 'a challenge page'],
  [/<title>\s*Attention Required! \|/i, 'a challenge page'],
  [
    /<title>\s*(?:Access Denied|Are you a robot\?|Robot Check|Human Verification)/i,
    'a page for robots',
  ],
  [/_Incapsula_Resource/i, 'a challenge page'],
  [/captcha-delivery\.com/i, 'a challenge page'],
];

/** What the frameworks leave in a page that they fill in the browser; those that send finished pages are not here. */
const SCRIPTED =
  /<div[^>]{0,200}\sid="?(?:root|app|__next|__nuxt|___gatsby|q-app|app-root|react-root)"?[\s>]|<app-root[\s>]|\b__NEXT_DATA__\b|\b__NUXT__\b|\bdata-reactroot\b|\bng-version=|<noscript>[^<]{0,40}(?:enable|need|require)[^<]{0,40}JavaScript/i;

const PARKED =
  /(?:this domain (?:name )?(?:is|may be) for sale|buy this domain|sedoparking\.com|parkingcrew\.net|hugedomains\.com|domain has expired)/i;

const NOT_FOUND_TITLE =
  /<title>[^<]{0,80}(?:\b404\b|page not found|not found|page does not exist)[^<]{0,80}<\/title>/i;

/** Reads the marks. Every pattern is anchored to a word, so the time is linear in the text. */
export function pageMarks(start: string, headers: { readonly [name: string]: string }): PageMarks {
  const challenge =
    headers['cf-mitigated'] === undefined
      ? CHALLENGES.find(([pattern]) => pattern.test(start))?.[1]
      : 'a challenge page';
  if (challenge !== undefined) return { challenge };
  if (PARKED.test(start)) return { parked: 'the domain is for sale' };
  const title = NOT_FOUND_TITLE.exec(start)?.[0]
    .replace(/<\/?title>/gi, '')
    .trim();
  if (title !== undefined)
    return { softNotFound: `the page's title is “${title}” although it answers 200` };
  return SCRIPTED.test(start) ? { scripted: true } : {};
}
