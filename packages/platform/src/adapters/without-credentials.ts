/**
 * An address with user name and password removed; for ssh, where the user name (`git`) is no secret, the password
 * alone. Addresses without a scheme (`git@host:owner/name`, a folder) stay as they are.
 */
export function withoutCredentials(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)(.*)$/is.exec(url);
  if (match === null) return url;
  const [, scheme = '', authority = '', rest = ''] = match;
  const at = authority.lastIndexOf('@');
  if (at === -1) return url;
  const host = authority.slice(at + 1);
  if (!/ssh/i.test(scheme)) return `${scheme}${host}${rest}`;
  const [user] = authority.slice(0, at).split(':');
  return `${scheme}${user}@${host}${rest}`;
}
