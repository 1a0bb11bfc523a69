import { documentPolicy } from './make.ts';
import { namePattern, searching, VERSION } from './searching.ts';

/**
 * Prose that says which release is the newest: `The latest version of name is 1.2.3`, `This documentation describes name
 * 1.2.3`, and a README's title `name 1.2.3`. A sentence that only names a version (`since name 1.2`) tells of the past.
 * Never sure: people write such sentences for many reasons.
 */
export const prose = searching({
  kind: 'prose',
  wants: ({ inside, role }) =>
    role === 'document' && /^(docs?\/(source\/)?)?(readme|index|install\w*)\b[^/]*$/i.test(inside),
  pattern: ({ name }) => {
    if (name === '') return undefined;
    const own = namePattern(name);
    const quote = String.raw`[*_\x60"(]{0,3}`;
    const newest = String.raw`\b(?:current|latest|newest|stable)[ \t]+(?:stable[ \t]+)?(?:version|release)`;
    return [
      String.raw`${newest}\s+of\s+${quote}${own}${quote}(?:\s+is|:)\s+`,
      String.raw`${newest}(?:\s+is|:)\s+${quote}${own}\s+`,
      String.raw`\b(?:describes|covers|documents|documentation\s+(?:for|of))\s+${quote}${own}${quote}\s+`,
      // A title: the version ends the line.
      String.raw`^(?:#[ \t]+)?${own}[ \t]+(?=(?:version[ \t]+|v)?\d[\w.+-]*[ \t]*$)`,
    ]
      .map((before) => `${before}(?:version\\s+)?${quote}`)
      .join('|')
      .replace(/^/, '(?:')
      .concat(String.raw`)(${VERSION})(?![\w.]*\w)`);
  },
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the text about the newest release',
  }),
});
