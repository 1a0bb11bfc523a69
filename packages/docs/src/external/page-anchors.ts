/** Looks for anchors in a page while it comes, chunk by chunk. */
export interface AnchorScan {
  /** Takes the next piece of the page's text. */
  readonly push: (chunk: string) => void;
  /** True once all wanted anchors were found: no more of the page is needed. */
  readonly done: () => boolean;
  readonly result: () => { readonly anchors: ReadonlyMap<string, boolean>; readonly ids: number };
}

/** A tag's attributes end somewhere; a longer tag is passed over, so that memory stays bounded. */
const LONGEST_TAG = 16_384;

const ATTRIBUTE = /\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))/gi;

/**
 * Scans HTML for `id` and `name` attributes of tags, outside of comments and scripts' text as far as tags go. GitHub
 * prefixes the ids of rendered files with `user-content-`; both spellings count.
 */
export function scanAnchors(wanted: Iterable<string>): AnchorScan {
  const missing = new Set(wanted);
  const anchors = new Map([...missing].map((anchor) => [anchor, false]));
  let pending = '';
  let ids = 0;
  const note = (value: string): void => {
    ids += 1;
    for (const name of [value, value.replace(/^user-content-/, ''), decodeEntities(value)])
      if (missing.delete(name)) anchors.set(name, true);
  };
  const readTags = (text: string): string => {
    let at = text.indexOf('<');
    while (at !== -1) {
      const end = text.indexOf('>', at + 1);
      if (end === -1) return text.length - at > LONGEST_TAG ? '' : text.slice(at);
      // An attribute can hold `<` only in quotes; the last one opens the tag that ends here.
      const tag = text.slice(Math.max(at, end - LONGEST_TAG), end);
      for (const [, double, single, bare] of tag.matchAll(ATTRIBUTE))
        note(double ?? single ?? bare ?? '');
      at = text.indexOf('<', end + 1);
    }
    return '';
  };
  return {
    push(chunk) {
      pending = readTags(pending + chunk);
    },
    done: () => missing.size === 0,
    result: () => ({ anchors, ids }),
  };
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (Number.isInteger(code)) return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    return ENTITIES[String(name).toLowerCase()] ?? whole;
  });
