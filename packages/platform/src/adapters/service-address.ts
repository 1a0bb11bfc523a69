/** An address that is asked, and what to send with it. */
export interface ServiceAddress {
  /** Without user name and password, so that it can be shown. */
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
}

/** Takes user name and password out of an address of the web: they go into a header. Undefined for what is none. */
export function serviceAddress(written: string): ServiceAddress | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const plain = url.href.replace(/\/+$/, '');
  if (username === '') return { url: plain, headers: {} };
  const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
  return { url: plain, headers: { authorization } };
}
