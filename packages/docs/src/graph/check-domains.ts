import type { Finding } from '@pymaint/core';
import { isKnownDirective } from '../directives/specs.ts';
import type { Document, Reference } from '../document.ts';
import { type SphinxConf, settingOr } from '../sphinx/conf.ts';
import { generatorOf, namedByDirective, namesInventory, unreadInventories } from './certainty.ts';
import { areOfSource, HISTORY } from './check-objects.ts';
import { nitpickIgnore } from './nitpick.ts';
import { type DocsProject, referencesOf, type Site } from './project.ts';
import { findingAt, guesser, meant, withDoubt } from './report.ts';

/** The roles and the directives of a domain, those that name no object left out. */
interface Domain {
  readonly roles: ReadonlySet<string>;
  readonly directives: ReadonlySet<string>;
}

const domain = (roles: string, directives: string): Domain => ({
  roles: new Set(roles.split(' ')),
  directives: new Set(directives.split(' ')),
});

const DOMAINS: ReadonlyMap<string, Domain> = new Map([
  [
    'c',
    domain(
      'data enum enumerator func macro member struct type union var',
      'enum enumerator function macro member struct type union var',
    ),
  ],
  [
    'cpp',
    domain(
      'any class concept enum enumerator func member struct type union var',
      'class concept enum enum-class enum-struct enumerator function member struct type union var',
    ),
  ],
  ['js', domain('attr class data func meth mod', 'attribute class data function method module')],
  ['rst', domain('dir role', 'directive directive:option role')],
]);

/**
 * Roles of the domains of C, C++, JavaScript and reStructuredText that name what no page describes. Signatures are not
 * parsed: a name counts as described where a directive of the domain holds its last part anywhere. Sphinx warns with
 * `nitpicky` alone; else a likely slip of the pen is a notice.
 */
export function checkDomains(site: Site): readonly Finding[] {
  const { conf } = site.project;
  const isNitpick = settingOr(conf.nitpicky, false);
  const nitpick = nitpickIgnore(conf);
  const doubt = domainDoubt(site.project) ?? nitpick.why;
  const { level, tail } = withDoubt(doubt);
  const described = describedNames(site);
  const guesses = new Map([...described].map(([name, names]) => [name, guesser(names)]));
  let named: Pick<ReadonlySet<string>, 'has'> | undefined;
  const findings: Finding[] = [];
  for (const { page, document, reference } of referencesOf(site)) {
    const name = domainOf(reference, conf);
    if (name === undefined || (!isNitpick && HISTORY.test(page.name))) continue;
    const parts = partsOf(name, reference.target);
    const last = parts?.last ?? '';
    if (parts === undefined || described.get(name)?.has(last) === true) continue;
    if (inDomain(site.project, name, parts.whole) || nitpick.ignores(reference.target)) continue;
    if (namesInventory(site.project, parts.whole) && name !== 'cpp') continue;
    named ??= namedByDirective(site, isKnownDirective);
    if (named.has(last.toLowerCase())) continue;
    const near = guesses.get(name)?.(last);
    if (!isNitpick && (near === undefined || doubt !== undefined)) continue;
    const whole = near && parts.whole.slice(0, parts.whole.length - last.length) + near;
    findings.push(missing(document, reference, isNitpick ? level : 'notice', meant(whole) + tail));
  }
  return findings;
}

function missing(
  document: Document,
  { role, target, targetSpan }: Reference,
  level: Finding['level'],
  tail: string,
): Finding {
  const message = `Unexpected \`${role}\` object \`${target}\`, expected one that a page describes${tail}`;
  return findingAt(document, targetSpan, 'docs/undefined-object', level, message);
}

function domainDoubt(project: DocsProject): string | undefined {
  const { extensions, intersphinx } = project.conf;
  if (!extensions.known) return extensions.why;
  if (!intersphinx.known) return intersphinx.why;
  const unread = unreadInventories(project);
  if (unread.length > 0) return `an inventory of ${unread.join(', ')} may hold it`;
  return generatorOf(project.conf, areOfSource);
}

/** The domain of a role that names an object of it: `c:func`, or `func` where that domain is current. */
function domainOf(
  { kind, role, suppressed, context }: Reference,
  { primaryDomain }: SphinxConf,
): string | undefined {
  if (kind !== 'role' || suppressed === true) return undefined;
  const colon = role.indexOf(':');
  const name = colon < 0 ? (context?.domain ?? settingOr(primaryDomain, '')) : role.slice(0, colon);
  return DOMAINS.get(name)?.roles.has(role.slice(colon + 1)) === true ? name : undefined;
}

/** A target without parentheses, and its last part; undefined where it is no plain name, or of the C++ library. */
function partsOf(
  name: string,
  target: string,
): { readonly whole: string; readonly last: string } | undefined {
  const whole = target.replace(/\(\)$/u, '').replace(/^(?:::|\.)/u, '');
  if (name === 'rst') return { whole, last: whole.slice(whole.lastIndexOf(':') + 1).trim() };
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*(?:(?:\.|::)[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(whole))
    return undefined;
  if (whole === 'std' || whole.startsWith('std::') || whole.includes('operator')) return undefined;
  return { whole, last: /[^.:]*$/u.exec(whole)?.[0] ?? '' };
}

/** For each domain all names in the signatures of its directives. */
function describedNames(site: Site): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map([...DOMAINS.keys()].map((name) => [name, new Set<string>()]));
  const domains = new Map<string, readonly string[]>();
  for (const document of site.project.documents)
    for (const { name, argument } of document.directives) {
      const its = domains.get(name) ?? domainsOf(name);
      domains.set(name, its);
      for (const of of its) for (const found of namesIn(of, argument)) all.get(of)?.add(found);
    }
  return all;
}

/** The domains that a directive may be of: without a prefix, whichever of them is current. */
const domainsOf = (directive: string): readonly string[] =>
  [...DOMAINS].flatMap(([name, { directives }]) => {
    const bare = directive.startsWith(`${name}:`) ? directive.slice(name.length + 1) : directive;
    return directives.has(bare) ? [name] : [];
  });

const namesIn = (name: string, argument: string): Iterable<string> =>
  name === 'rst'
    ? argument.split('\n').flatMap((line) => {
        const whole = line
          .trim()
          .replace(/^\.\. /u, '')
          .replace(/::.*$/u, '')
          .replace(/^:|:$/gu, '');
        return [whole, whole.slice(whole.lastIndexOf(':') + 1), whole.replace(/:\s.*$/u, '')];
      })
    : (argument.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []);

/** Whether an inventory that is at hand holds the name under any type of the domain. */
const inDomain = ({ inventories }: DocsProject, name: string, target: string): boolean =>
  inventories !== undefined &&
  [...inventories.values()].some(({ objects }) =>
    [...objects].some(([type, names]) => type.startsWith(`${name}:`) && names.has(target)),
  );
