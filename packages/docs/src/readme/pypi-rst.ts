import { type Directive, type Document, normalName, type Span, type Target } from '../document.ts';

/** Why PyPI does not render a reStructuredText description: it stops at docutils' first warning. */
export interface PypiFault {
  /** A stable word: a problem's kind, `unknown-directive`, `unknown-target`, … */
  readonly kind: string;
  /** "Unexpected X, expected Y". */
  readonly message: string;
  readonly span: Span;
}

/** The directives of docutils and their options; an option not here is an error. */
const OPTIONS: { readonly [directives: string]: string } = {
  'code code-block sourcecode': 'class name number-lines',
  image: 'align alt class height loading name scale target width',
  figure: 'align alt class figclass figname figwidth height loading name scale target width',
  'attention caution danger error hint important note tip warning admonition topic': 'class name',
  'parsed-literal rubric compound line-block math': 'class name',
  contents: 'backlinks class depth local',
  table: 'align class name width widths',
  'list-table': 'align class header-rows name stub-columns width widths',
  'csv-table':
    'align class delim encoding escape file header header-rows keepspace name quote stub-columns url width widths',
  sidebar: 'class name subtitle',
  container: 'name',
  unicode: 'ltrim rtrim trim',
  'sectnum section-numbering': 'depth prefix start suffix',
  'target-notes': 'class',
  'class rst-class epigraph highlights pull-quote title header footer replace date role': '',
  'default-role restructuredtext-test-directive meta raw include': '*',
};

const DIRECTIVES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OPTIONS).flatMap(([names, options]) =>
    names.split(' ').map((name) => [name, new Set(options.split(' '))] as const),
  ),
);

const ROLES = new Set(
  `ab abbreviation ac acronym anonymous-reference citation-reference code emphasis footnote-reference literal math
  named-reference pep pep-reference rfc rfc-reference strong sub subscript substitution-reference sup superscript t
  target title title-reference uri uri-reference url`.split(/\s+/),
);

/** Without content they are errors. */
const NEEDS_CONTENT = new Set(
  `attention caution danger error hint important note tip warning admonition topic sidebar code code-block sourcecode
  parsed-literal compound container epigraph highlights pull-quote line-block`.split(/\s+/),
);

/** Problems that docutils only mentions, or that are not of the document. */
const MENTIONED = new Set(['too-deep']);

/**
 * What keeps PyPI from rendering a reStructuredText description. `readme_renderer` runs docutils with `halt_level` 2, so
 * that each warning counts; Sphinx's directives and roles are not there, and `raw` and `include` are switched off.
 */
export function pypiFaults(document: Document): readonly PypiFault[] {
  const { problems, text } = document;
  if (text.trim() === '')
    return [
      {
        kind: 'empty',
        message: 'Unexpected description without content, expected some',
        span: { start: 0, end: 0 },
      },
    ];
  return [
    ...problems.filter(({ kind }) => !MENTIONED.has(kind)),
    ...directiveFaults(document),
    ...roleFaults(document),
    ...referenceFaults(document),
    ...duplicateFaults(document),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

function directiveFaults({ directives, text }: Document): readonly PypiFault[] {
  return directives.flatMap((directive): readonly PypiFault[] => {
    const name = directive.name.toLowerCase();
    const fault = (kind: string, message: string, span = directive.nameSpan): PypiFault[] => [
      { kind, message, span },
    ];
    const options = DIRECTIVES.get(name);
    if (options === undefined)
      return fault(
        'unknown-directive',
        `Unexpected directive \`${directive.name}\`, expected one of docutils since PyPI has no others`,
      );
    const file = directive.options.find(
      (option) => option.name === 'file' || option.name === 'url',
    );
    if (name === 'raw' || name === 'include' || (name === 'csv-table' && file !== undefined))
      return fault(
        'disabled-directive',
        `Unexpected directive \`${directive.name}\`${name === 'csv-table' ? ' with a file' : ''}, expected none since PyPI switches it off`,
      );
    const strange = directive.options.find((option) => !options.has(option.name.toLowerCase()));
    if (strange !== undefined && !options.has('*'))
      return fault(
        'unknown-option',
        `Unexpected option \`${strange.name}\` of \`${directive.name}\`, expected one of docutils since PyPI has no others`,
        strange.span,
      );
    if (NEEDS_CONTENT.has(name) && isEmpty(directive, text))
      return fault('no-content', `Unexpected \`${directive.name}\` without content, expected some`);
    const value = directive.options.find(
      (option) => VALUES[option.name]?.test(option.value) === false,
    );
    if (value !== undefined)
      return fault(
        'invalid-option',
        `Unexpected \`${value.value}\` as option \`${value.name}\`, expected a value that docutils takes`,
        value.span,
      );
    return [];
  });
}

const LENGTH = /^(?:\d+\.?\d*|\.\d+)\s*(?:%|[a-zA-Z]*)$/;
const VALUES: { readonly [option: string]: RegExp } = {
  width: LENGTH,
  height: LENGTH,
  scale: /^\d+\s*%?$/,
  align: /^(?:top|middle|bottom|left|center|right)$/i,
};

const isEmpty = ({ contentSpan }: Directive, text: string): boolean =>
  text.slice(contentSpan.start, contentSpan.end).trim() === '';

function roleFaults({ references, directives, text }: Document): readonly PypiFault[] {
  const own = new Set(
    directives
      .filter(({ name }) => name.toLowerCase() === 'role')
      // Its argument is the first line of its content, for docutils as for the reader.
      .map(({ contentSpan }) => text.slice(contentSpan.start, contentSpan.end).trim())
      .map((written) => (/^[^\s(]*/.exec(written)?.[0] ?? '').toLowerCase()),
  );
  return references
    .filter(({ kind, role }) => kind === 'role' && !ROLES.has(role.toLowerCase()))
    .filter(({ role }) => !own.has(role.toLowerCase()))
    .map(({ role, span }) => ({
      kind: 'unknown-role',
      message: `Unexpected role \`${role}\`, expected one of docutils since PyPI has no others`,
      span,
    }));
}

const NAMED = new Set([
  'label',
  'uri',
  'alias',
  'embedded',
  'inline',
  'name',
  'footnote',
  'citation',
]);

function referenceFaults({ references, targets, headings }: Document): readonly PypiFault[] {
  const named = (kinds: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(targets.filter(({ kind }) => kinds.has(kind)).map(({ name }) => normalName(name)));
  const names = new Set([...named(NAMED), ...headings.map(({ text }) => normalName(text))]);
  const titles = headings.map(({ text }) => normalName(text));
  const twice = new Set(titles.filter((title, at) => titles.indexOf(title) !== at));
  const explicit = named(NAMED);
  const substitutions = named(new Set(['substitution']));
  const notes = named(new Set(['footnote', 'citation']));
  const missing = references.flatMap(({ kind, target, span }): readonly PypiFault[] => {
    const name = normalName(target);
    if (kind === 'named' && !names.has(name))
      return [
        {
          kind: 'unknown-target',
          message: `Unexpected reference to \`${target}\`, expected a target of that name`,
          span,
        },
      ];
    if (kind === 'named' && twice.has(name) && !explicit.has(name))
      return [
        {
          kind: 'ambiguous-target',
          message: `Unexpected reference to \`${target}\`, expected a name that only one title has`,
          span,
        },
      ];
    if (kind === 'substitution' && !substitutions.has(name))
      return [
        {
          kind: 'unknown-substitution',
          message: `Unexpected \`|${target}|\`, expected a substitution of that name`,
          span,
        },
      ];
    if (
      (kind === 'citation' || (kind === 'footnote' && !/^[#*]/.test(target))) &&
      !notes.has(name) &&
      !notes.has(`#${name}`)
    )
      return [
        {
          kind: 'unknown-note',
          message: `Unexpected \`[${target}]_\`, expected a footnote or citation of that name`,
          span,
        },
      ];
    return [];
  });
  return [...missing, ...anonymousFaults({ references, targets })];
}

/** The n-th anonymous reference goes with the n-th anonymous target. */
function anonymousFaults({
  references,
  targets,
}: Pick<Document, 'references' | 'targets'>): readonly PypiFault[] {
  const anonymous = references.filter(({ kind }) => kind === 'anonymous');
  const there = targets.filter(({ kind }) => kind === 'anonymous').length;
  const surplus = anonymous[there];
  return surplus === undefined
    ? []
    : [
        {
          kind: 'anonymous-mismatch',
          message: `Unexpected anonymous reference, expected as many targets (${there}) as references (${anonymous.length})`,
          span: surplus.span,
        },
      ];
}

const EXPLICIT = new Set(['label', 'uri', 'alias', 'inline', 'name', 'citation', 'footnote']);

/** Two targets of one name are a warning, unless both lead to the same address; embedded ones never are. */
function duplicateFaults({ targets }: Document): readonly PypiFault[] {
  const seen = new Map<string, Target>();
  const faults: PypiFault[] = [];
  for (const target of targets) {
    const { kind, name } = target;
    if (name === '' || !(EXPLICIT.has(kind) || kind === 'substitution')) continue;
    if (kind === 'footnote' && /^[#*]$/.test(name)) continue;
    const key = kind === 'substitution' ? `|${name}|` : normalName(name.replace(/^#/, ''));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, target);
    else if (first.value === undefined || first.value !== target.value || kind === 'substitution')
      faults.push({
        kind: 'duplicate-target',
        message: `Unexpected second target \`${name}\`, expected names to be used once; two underscores (\`…\`__) make a link that needs none`,
        span: target.span,
      });
  }
  return faults;
}
