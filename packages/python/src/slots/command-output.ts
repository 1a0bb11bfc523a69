import { documentPolicy } from './make.ts';
import { namePattern, searching, VERSION } from './searching.ts';

/**
 * What the project's own program prints: `name, version 1.2.3` (as click prints it), and the line below `name --version`.
 * Never sure: an old run may be shown on purpose.
 */
export const commandOutput = searching({
  kind: 'command-output',
  mark: () => 'version',
  pattern: ({ name }) => {
    if (name === '') return undefined;
    const own = namePattern(name);
    const asked = String.raw`\b${own}[ \t]+(?:--version|-V)[ \t]*(?:#[^\n]*)?\r?\n[ \t]*${own},?[ \t]+(?:version[ \t]+)?`;
    const printed = String.raw`^[ \t]*${own},[ \t]+(?:version[ \t]+)?`;
    const required = String.raw`\b${own}\b[^\n]{0,80}?[ \t]--required-version[ =]`;
    return String.raw`(?:${asked}|${printed}|${required})(${VERSION})(?![\w.]*\w)`;
  },
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'what the program prints as its version',
  }),
});
