import type { IsoDate } from '@pymaint/core';
import type { ExternalUse, LinkVerdict } from '@pymaint/docs';

/** One address of the web, all places that lead to it, and what it is. */
export interface JudgedLink {
  /** In its normal form. */
  readonly href: string;
  /** In the order of the places; never empty. */
  readonly uses: readonly ExternalUse[];
  readonly verdict: LinkVerdict;
  /** The last day on which it was good, as far as is remembered. */
  readonly lastGood: IsoDate | undefined;
  /** Since when, and how often, a flaky one has failed, where that is enough to call it broken. */
  readonly failing: { readonly since: IsoDate; readonly times: number } | undefined;
  /** Where an archive has a copy of a dead page. */
  readonly archived?: string | undefined;
}

/** What the network says of the documentation's links. */
export type ExternalLinks =
  | { readonly asked: false }
  | {
      readonly asked: true;
      /** Ordered by their first places. */
      readonly links: readonly JudgedLink[];
      /** How many addresses were asked, known from an earlier run, and answered by the clone. */
      readonly probed: number;
      readonly remembered: number;
      readonly answeredByGit: number;
      /** How many were left out: examples, templates, ignored ones, issues of the project's own. */
      readonly leftOut: number;
      /** Why many stayed unchecked: what the report says first. */
      readonly ended: string | undefined;
    };
