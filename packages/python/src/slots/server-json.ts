import { normalizedName } from '../names.ts';
import { topStrings } from './json-files.ts';
import { slotAt } from './make.ts';
import { namePattern } from './searching.ts';
import type { Slot, SlotFinder } from './types.ts';

/**
 * server.json of the Model Context Protocol's registry: `version` at the top where `name` (`io.github.owner/name`) ends in
 * the project's, and the `version` of each package whose `identifier` is the project.
 */
export const serverJson: SlotFinder = {
  kind: 'server-json',
  wants: ({ inside }) => inside === 'server.json',
  *find(file, { name }): Iterable<Slot> {
    if (name === '') return;
    const made = { kind: 'server-json', policy: 'released', sure: true } as const;
    const top = topStrings(file);
    const version = top.get('version');
    const own = normalizedName(top.get('name')?.text.replace(/^.*\//, '') ?? '');
    if (version !== undefined && version.text !== '' && own === name)
      yield slotAt(file, version.start, version.start + version.text.length, {
        ...made,
        what: '`version` of server.json',
      });
    // Objects without objects in them: a package's own keys come before its transport and arguments, in any order.
    const pattern = new RegExp(
      String.raw`"identifier"\s*:\s*"${namePattern(name)}"[^{}[\]]*"version"\s*:\s*"([^"\\]+)"|"version"\s*:\s*"([^"\\]+)"[^{}[\]]*"identifier"\s*:\s*"${namePattern(name)}"`,
      'dgi',
    );
    for (const match of file.text.matchAll(pattern)) {
      const span = match.indices?.[1] ?? match.indices?.[2];
      if (span === undefined) continue;
      yield slotAt(file, ...span, { ...made, what: 'the version of the package in server.json' });
    }
  },
};
