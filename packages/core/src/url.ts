/** The parts of an address as the WHATWG URL Standard reads them: host names in lower case and Punycode, odd spellings of IPv4 made plain. */
export interface ParsedUrl {
  readonly href: string;
  /** `https:`. */
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  /** Without a port; an IPv6 address stands in brackets. */
  readonly hostname: string;
  /** '' where it is the scheme's own. */
  readonly port: string;
  readonly pathname: string;
  /** With its `?`, or ''. */
  readonly search: string;
  /** With its `#`, or ''. */
  readonly hash: string;
}

/** The platform's own implementation of the standard, in every Node and browser: a pure function of its text. */
declare const URL: { new (url: string, base?: string): ParsedUrl };

/** Reads an absolute address, or one relative to `base`; undefined where it is none. */
export function parseUrl(text: string, base?: string): ParsedUrl | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
