import type { Fact, Finding } from '@pymaint/core';
import type { ExternalLinks } from './external-facts.ts';
import type { Document, HostedRepository, LookUp } from '@pymaint/docs';
import type { Project } from '@pymaint/python';
import type { Sources } from './gather/sources.ts';

/** Pages, read and resolved. */
export interface ResolvedPages {
  /** How many documents were read. */
  readonly documents: number;
  /** What leads nowhere, by the rules of the graph. */
  readonly findings: readonly Finding[];
}

/** Sphinx's documentation, read and resolved. */
export interface ResolvedDocs extends ResolvedPages {
  /** The folder of conf.py; empty for the project's own. */
  readonly folder: string;
  /** Whether Markdown in that folder is Sphinx's, as far as is known. */
  readonly markdown: boolean;
  /** The documents, and those that they include. */
  readonly read: readonly Document[];
  /** What the documentation publishes for others, as the text of an inventory. */
  readonly inventory: () => string;
  /** Where it says that it is published (`html_baseurl`), and what it has there. */
  readonly site: ConfiguredSite;
}

/** Documentation as it is built. */
export interface ConfiguredSite {
  readonly configured: string | undefined;
  readonly lookUp: LookUp;
}

/** What people read on the forge. */
export interface ForgePages extends ResolvedPages {
  readonly read: readonly Document[];
}

/** Sites of MkDocs. */
export interface ResolvedSites extends ResolvedPages {
  /** Their folders of pages. */
  readonly folders: readonly string[];
  /** Whether a plugin resolves `[text][name]` against objects or titles. */
  readonly resolves: boolean;
  /** Where each says that it is published (`site_url`), and what it has there. */
  readonly sites: readonly ConfiguredSite[];
  readonly read: readonly Document[];
}

/** All that the checks of docs-linkcheck may look at. Each is gathered by the file of gather/ that bears its name. */
export type LinkFacts = {
  /** The project's files, for other gatherers. */
  readonly sources: Fact<Sources>;
  /** Its place is conf.py. */
  readonly sphinx: Fact<ResolvedDocs>;
  /** Its place is mkdocs.yml, the first where there are several. */
  readonly mkdocs: Fact<ResolvedSites>;
  /** Files that people read on the forge: README, community files, Markdown that is of no site. */
  readonly forge: Fact<ForgePages>;
  /** What the network says; known also where it was not asked. */
  readonly external: Fact<ExternalLinks>;
  /** What the project says of itself. */
  readonly project: Fact<Project>;
  /** Where the project is hosted. */
  readonly repository: Fact<HostedRepository>;
  /** The README as PyPI shows it. */
  readonly readme: Fact<ResolvedPages>;
  /** Absolute addresses of the project's own repository; `documents` counts all addresses. */
  readonly ownUrls: Fact<ResolvedPages>;
};
