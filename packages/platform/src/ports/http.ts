/** One request over http or https. Nothing is followed, retried or cached here: callers decide that. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
  /** Milliseconds for the whole exchange. */
  readonly timeout: number;
  /** The body is cut at so many bytes (after decompression). */
  readonly maxBytes: number;
  /**
   * Says why an IP address must not be connected to, or undefined where it may: for addresses that strangers have
   * chosen. Asked of what the name was resolved to, so that it cannot change between question and connection.
   * Through a proxy, which resolves names by itself, only an address that is written as such can be refused.
   */
  readonly refuseAddress?: (address: string) => string | undefined;
}

/** An answer, or why there is none. Header names are in lower case. */
export type HttpResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: { readonly [name: string]: string };
      readonly body: Uint8Array;
      /** True where the body went on beyond `maxBytes`. */
      readonly cut: boolean;
      readonly milliseconds: number;
    }
  | {
      readonly kind: 'failed';
      readonly why:
        | 'timeout'
        | 'name-not-found'
        | 'name-not-resolved'
        | 'refused'
        | 'reset'
        | 'certificate-expired'
        | 'certificate-invalid'
        | 'forbidden-address'
        | 'malformed-answer'
        | 'other';
      readonly message: string;
      readonly milliseconds: number;
    };

/** The network edge. Never throws for what the network does. */
export interface Http {
  request(request: HttpRequest): Promise<HttpResult>;
}
