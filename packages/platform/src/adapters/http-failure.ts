import type { HttpResult } from '../ports/index.ts';

/** A request that got no answer. */
export type Failed = HttpResult & { readonly kind: 'failed' };

/** The code of an error that {@link guardedLookup} gives. */
export const FORBIDDEN = 'ERR_FORBIDDEN_ADDRESS';

const BY_CODE: { readonly [code: string]: Failed['why'] } = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-resolved',
  EAI_FAIL: 'name-not-resolved',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
  CERT_HAS_EXPIRED: 'certificate-expired',
  [FORBIDDEN]: 'forbidden-address',
};

/** Why a request failed, by the code of node's error; with several addresses tried, by that of the first. */
export function whyOf(thrown: unknown): Failed['why'] {
  const [first] = thrown instanceof AggregateError ? (thrown.errors as unknown[]) : [];
  const code =
    (thrown as NodeJS.ErrnoException).code ?? (first as NodeJS.ErrnoException)?.code ?? '';
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  // OpenSSL's words, such as UNABLE_TO_VERIFY_LEAF_SIGNATURE, and node's ERR_TLS_CERT_ALTNAME_INVALID.
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_TLS/.test(code)) return 'certificate-invalid';
  // Of node's parser of HTTP and of the unpackers of bodies.
  if (/^(?:HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_PADDING)/.test(code)) return 'malformed-answer';
  return 'other';
}
