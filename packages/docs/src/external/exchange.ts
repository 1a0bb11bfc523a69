/** One redirect that was followed. */
export interface Redirect {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

/** What was seen of a page, as far as it had to be read. */
export interface PageBody {
  /** The beginning of the text, up to 64 KiB: enough for its title and for a challenge's marks. */
  readonly start: string;
  /** Anchors that were looked for, and whether the page has them. */
  readonly anchors: ReadonlyMap<string, boolean>;
  /** How many `id` and `name` attributes were seen. */
  readonly ids: number;
  /** False where reading stopped before the end, so that a missing anchor may still come. */
  readonly complete: boolean;
}

/** Why no answer came. */
export type Failure =
  | 'timeout'
  | 'reset'
  | 'refused'
  | 'name-not-found'
  | 'name-not-resolved'
  | 'certificate-expired'
  | 'certificate-invalid'
  | 'too-many-redirects'
  | 'redirect-loop'
  | 'forbidden-address'
  | 'unsupported-scheme'
  | 'malformed-answer';

/** The whole of what happened when an address was asked, after retries: the evidence for a verdict. */
export type Exchange =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: { readonly [name: string]: string };
      readonly redirects: readonly Redirect[];
      /** Absent where only the head was asked for, or what came is no text. */
      readonly body?: PageBody;
      readonly attempts: number;
    }
  | {
      readonly kind: 'failed';
      readonly why: Failure;
      readonly message: string;
      readonly redirects: readonly Redirect[];
      readonly attempts: number;
    }
  | {
      /** Not asked: a budget was used up, the run was ended, or the user asked for no network. */
      readonly kind: 'unchecked';
      readonly why: string;
    };
