import type { Fact, Finding } from '@pymaint/core';
import type { Sources } from './gather/sources.ts';

/** Sphinx's documentation, read and resolved. */
export interface ResolvedDocs {
  /** The folder of conf.py; empty for the project's own. */
  readonly folder: string;
  /** How many documents were read. */
  readonly documents: number;
  /** What leads nowhere, by the rules of the graph, ordered by place. */
  readonly findings: readonly Finding[];
}

/** All that the checks of docs-linkcheck may look at. Each is gathered by the file of gather/ that bears its name. */
export type LinkFacts = {
  /** The project's files, for other gatherers. */
  readonly sources: Fact<Sources>;
  /** Its place is conf.py. */
  readonly sphinx: Fact<ResolvedDocs>;
};
