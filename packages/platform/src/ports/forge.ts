/** What a forge answered: its data as JSON, or why there is none, in words for the user. */
export type ForgeReply =
  | { readonly ok: true; readonly status: number; readonly data: unknown }
  | { readonly ok: false; readonly status: number | undefined; readonly why: string };

/** The interface of a forge like GitHub (docs.github.com/rest): requests one by one, with what they may be told. */
export interface Forge {
  /** `path` begins with `/repos/…`. What is not read (GET) is sent once: whoever repeats it must look first. */
  call(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: { readonly [key: string]: unknown },
  ): Promise<ForgeReply>;
}
