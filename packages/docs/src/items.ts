import type { ReferenceContext } from './directives/scope.ts';
import type { Span } from './document.ts';

/** A section title. Its ids depend on the renderer: see slugs.ts. */
export interface Heading {
  /** 1 for the outermost. In reStructuredText the order of the styles decides, as docutils counts. */
  readonly level: number;
  /** The text a reader sees: markup, escapes and explicit ids taken away. */
  readonly text: string;
  /** The title as written, without underline or `#` marks. */
  readonly span: Span;
  /** Ids written by hand: `## Title {#id}`. */
  readonly ids: readonly string[];
  /** False inside a directive or a block quote, where Sphinx makes no section of it. */
  readonly section: boolean;
}

/**
 * What a {@link Target} is:
 * - `label`: `.. _name:`, `(name)=`: a place in this document;
 * - `uri`: `.. _name: https://…`, `[name]: https://…`: a name for a link (`value` holds the URI);
 * - `alias`: `.. _name: other_`: a name for another name (`value` holds the other);
 * - `anonymous`: `__ https://…` (`value` holds the URI, the other name with its `_`, or nothing);
 * - `embedded`: the name that `` `text <uri>`_ `` defines on its way;
 * - `inline`: `` _`text` ``;
 * - `name`: the `:name:` option of a directive;
 * - `id`: an HTML `id` or `<a name>`, or an explicit id of an attribute list;
 * - `footnote`, `citation`: `.. [1] …`, `[^1]: …`; the name is what stands in the brackets;
 * - `substitution`: `.. |name| …`;
 * - `term`: of a glossary;
 * - `equation`: the `:label:` of a math block;
 * - `object`: what a domain directive describes; `role` names it (`py:class`), `name` is its full name;
 * - `option`, `envvar`, `token`, `program`: those of the standard domain.
 */
export type TargetKind =
  | 'label'
  | 'uri'
  | 'alias'
  | 'anonymous'
  | 'embedded'
  | 'inline'
  | 'name'
  | 'id'
  | 'footnote'
  | 'citation'
  | 'substitution'
  | 'term'
  | 'equation'
  | 'object'
  | 'option'
  | 'envvar'
  | 'token'
  | 'program';

/** Something that can be pointed at. */
export interface Target {
  readonly kind: TargetKind;
  /** As written, unescaped; compare with `normalName`. Empty where anonymous. */
  readonly name: string;
  readonly span: Span;
  /** The name alone. */
  readonly nameSpan: Span;
  /** See {@link TargetKind}. */
  readonly value?: string;
  readonly valueSpan?: Span;
  /** The directive that describes an object, with its domain: `py:class`, `std:option`. */
  readonly role?: string;
  /** Index into `headings` where a label stands before a section title. */
  readonly heading?: number;
  /** The caption or title that Sphinx shows for a label before a figure, table, code block or toctree. */
  readonly caption?: string;
  /** True where what stands behind a label surely has no title, so that `:ref:` needs an explicit one. */
  readonly untitled?: boolean;
}

/**
 * How a {@link Reference} points:
 * - `role`: ``:role:`title <target>` ``, `` {role}`target` ``; `role` holds its name as written;
 * - `default-role`: `` `target` `` alone: means what the project's `default_role` says;
 * - `named`: `name_`, `` `name`_ ``, `[text][name]`, `` `text <name_>`_ ``;
 * - `anonymous`: `name__`: the n-th goes with the n-th anonymous target;
 * - `footnote` (`[1]_`, `[#a]_`, `[*]_`, `[^1]`), `citation` (`[CIT]_`), `substitution` (`|name|`).
 */
export type ReferenceKind =
  | 'role'
  | 'default-role'
  | 'named'
  | 'anonymous'
  | 'footnote'
  | 'citation'
  | 'substitution';

/** Something that points at a {@link Target}, of this document or of another. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The role as written (`ref`, `py:class`, `external+py:doc`), else empty. */
  readonly role: string;
  /** Unescaped, and without a leading `!` or `~`. Whitespace as written. */
  readonly target: string;
  /** The explicit title: of `title <target>`, or the text of `[text][name]`. */
  readonly title?: string;
  /** A `!` before the text: Sphinx makes no reference of it. */
  readonly suppressed?: boolean;
  /** What a role that names an object goes by, where a module, a class or another domain is current. */
  readonly context?: ReferenceContext;
  /** All of it, role and backquotes with it. */
  readonly span: Span;
  /** The target alone. */
  readonly targetSpan: Span;
}

/** How a {@link Link} is written. `attribute` is HTML; `option` is the `:target:` of an image. */
export type LinkSyntax =
  | 'bare'
  | 'email'
  | 'autolink'
  | 'inline'
  | 'embedded'
  | 'definition'
  | 'attribute'
  | 'option'
  | 'toctree'
  | 'metadata';

/** An address: absolute, relative to the document, or an `#anchor`. */
export interface Link {
  readonly syntax: LinkSyntax;
  /** Unescaped and without whitespace, yet not percent-decoded. */
  readonly url: string;
  readonly span: Span;
  readonly urlSpan: Span;
  /** The text that is shown, where it is not the address. */
  readonly text?: string;
}

/** What a document does with a file. `csv` and `raw` are the `:file:` options of those directives. */
export type FileUseKind = 'image' | 'include' | 'literalinclude' | 'download' | 'csv' | 'raw';

/** A file that the document needs. Image URLs are here as well: `path` is as written. */
export interface FileUse {
  readonly kind: FileUseKind;
  readonly path: string;
  readonly span: Span;
  readonly pathSpan: Span;
  /** Index into `directives` where a directive names the file. */
  readonly directive?: number;
}

/** A table of contents over documents (Sphinx `toctree`, MkDocs `nav`). */
export interface Toctree {
  readonly span: Span;
  /** The options as written, without the colons. */
  readonly options: readonly DirectiveOption[];
  readonly entries: readonly ToctreeEntry[];
}

/** One line of a toctree: the document it leads to, and the title that it gives it. */
export interface ToctreeEntry {
  readonly target: string;
  readonly title?: string;
  readonly span: Span;
  readonly targetSpan: Span;
}

/** Where a {@link CodeBlock} comes from. `literal` is `::`, `cell` is a notebook's. */
export type CodeOrigin = 'directive' | 'fence' | 'literal' | 'doctest' | 'indented' | 'cell';

/** Text in another language. `codeText` gives it, `codeOffset` maps its offsets back. */
export interface CodeBlock {
  readonly origin: CodeOrigin;
  /** As written; empty where it says none. */
  readonly language: string;
  readonly span: Span;
  /** Its lines without their common indentation and without their ends. */
  readonly lines: readonly Span[];
  /** Index into `directives` where a directive holds it. */
  readonly directive?: number;
}

/** A directive, known or not, with what it was given. Domain directives keep their prefix: `py:class`. */
export interface Directive {
  /** As written, without the colons or braces. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  /** What stands behind the name, over all its lines; inner line ends and indentation as written. */
  readonly argument: string;
  readonly argumentSpan: Span;
  readonly options: readonly DirectiveOption[];
  /** From the first to the last line of the content; empty at the directive's end where there is none. */
  readonly contentSpan: Span;
  /**
   * The content's lines without their common indentation and without their ends, where it was not read as
   * markup; else empty.
   */
  readonly content: readonly Span[];
  /** True where the content was read as markup, so that what it holds stands in this Document too. */
  readonly parsed: boolean;
  /** Index into `directives` of the one around it, or -1. */
  readonly parent: number;
}

/** One option of a directive, such as `:maxdepth: 2`. */
export interface DirectiveOption {
  readonly name: string;
  /** As written and trimmed; several lines keep their ends and indentation. */
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** A comment; it may hold instructions for other tools, and directives that lost a colon. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A field of a field list, or a key of front matter. `top` is true for the document's own metadata. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
  readonly top: boolean;
}

/**
 * What is valid and yet surely not what was meant, and which renderers show as plain text or drop:
 * - `single-colon`: `.. note: text`, a comment (`name` holds `note`);
 * - `role-space`: ``:ref: `x` ``;
 * - `missing-underscore`: `` `text <https://…>` ``;
 * - `markdown-link`: `[text](url)` in reStructuredText;
 * - `rst-role`, `rst-directive`, `rst-link`: reStructuredText in Markdown.
 */
export type SlipKind =
  | 'single-colon'
  | 'role-space'
  | 'missing-underscore'
  | 'markdown-link'
  | 'rst-role'
  | 'rst-directive'
  | 'rst-link';

/** A likely slip of the pen: markup that reads as something else than was meant. */
export interface Slip {
  readonly kind: SlipKind;
  /** The role, directive or address that was meant. */
  readonly name: string;
  readonly span: Span;
}

/** What the reader could not read, or read otherwise than it looks. `kind` is stable, for rule ids. */
export interface Problem {
  readonly kind: string;
  readonly message: string;
  readonly span: Span;
}
