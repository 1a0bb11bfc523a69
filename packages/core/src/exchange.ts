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

/** One page to ask for: an address without a fragment, and the anchors that links to it name. */
export interface PageQuery {
  readonly url: string;
  readonly anchors: readonly string[];
}

/** Looks for anchors while a page comes. */
export interface PageScan {
  readonly push: (text: string) => void;
  /** True once nothing more of the page is needed. */
  readonly done: () => boolean;
  readonly result: () => Pick<PageBody, 'anchors' | 'ids'>;
}

/** The pure decisions that a prober asks for; packages/docs makes them. */
export interface ProbePolicy {
  /** Why an address must not be connected to, or undefined where it may. */
  readonly forbidden: (address: string) => string | undefined;
  /** Milliseconds until the next attempt, or undefined where there is none. `random` is from 0 to below 1. */
  readonly wait: (
    attempt: {
      readonly status: number | undefined;
      readonly headers: { readonly [name: string]: string };
      readonly interrupted: boolean;
    },
    made: number,
    now: number,
    random: number,
  ) => number | undefined;
  readonly scan: (anchors: readonly string[]) => PageScan;
}

/** How polite and how patient a prober is. Times are in milliseconds. */
export interface ProbeLimits {
  /** One exchange, redirects not counted. */
  readonly timeout: number;
  /** Bytes of a page after unpacking. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Exchanges under way in all, and with one host. */
  readonly connections: number;
  readonly perHost: number;
  /** Between the starts of two exchanges with one host. */
  readonly interval: number;
  /** The whole run, and all that concerns one host from its first exchange on. */
  readonly runBudget: number;
  readonly hostBudget: number;
}

/** What a prober does unless it is told otherwise. */
export const PROBE_LIMITS: ProbeLimits = {
  timeout: 20_000,
  maxBytes: 5_000_000,
  maxRedirects: 10,
  connections: 64,
  perHost: 4,
  interval: 50,
  runBudget: 600_000,
  hostBudget: 300_000,
};
