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
        | 'refused'
        | 'reset'
        | 'certificate'
        | 'forbidden-address'
        | 'other';
      readonly message: string;
      readonly milliseconds: number;
    };

/** The network edge. Never throws for what the network does. */
export interface Http {
  request(request: HttpRequest): Promise<HttpResult>;
}
