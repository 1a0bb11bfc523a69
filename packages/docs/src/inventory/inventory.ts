/** What an `objects.inv` says: the objects that a project's documentation publishes. */
export interface Inventory {
  readonly project: string;
  readonly version: string;
  /** Domain and type (`py:class`, `std:label`) → name → address below the documentation's base. */
  readonly objects: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What in an inventory's bytes is compressed, and how the rest reads. */
export interface InventoryHead {
  readonly version: 1 | 2;
  readonly project: string;
  readonly release: string;
  /** Whether a zlib stream follows; plain text follows in format 1, and in what was unpacked (`objects.txt`). */
  readonly compressed: boolean;
  /** How many lines it has. */
  readonly lines: number;
  /** Offset of the first byte behind the head. */
  readonly end: number;
}

/**
 * Reads the head of an `objects.inv` (Sphinx's `InventoryFile`, formats 1 and 2), or undefined where the bytes are
 * none.
 */
export function inventoryHead(bytes: Uint8Array): InventoryHead | undefined {
  const lines: string[] = [];
  let at = 0;
  for (let n = 0; n < 4; n += 1) {
    const end = bytes.indexOf(10, at);
    if (end < 0 || end - at > 1000) return undefined;
    // The head is ASCII but for the project's name, which nothing is compared with.
    lines.push(String.fromCharCode(...bytes.subarray(at, end)).trimEnd());
    at = end + 1;
    if (n === 2 && lines[0] === '# Sphinx inventory version 1') break;
  }
  const version = /^# Sphinx inventory version ([12])$/u.exec(lines[0] ?? '')?.[1];
  if (version === undefined) return undefined;
  const last = version === '2' ? (lines[3] ?? '') : '';
  if (version === '2' && !last.includes('zlib')) return undefined;
  return {
    version: version === '1' ? 1 : 2,
    compressed: version === '2' && !last.includes('would be'),
    lines: lines.length,
    project: (lines[1] ?? '').slice('# Project: '.length),
    release: (lines[2] ?? '').slice('# Version: '.length),
    end: at,
  };
}

/** Reads the entries behind the head, decompressed. Lines that are no entries are left out, as Sphinx does. */
export function readInventory(head: InventoryHead, entries: string): Inventory {
  const objects = new Map<string, Map<string, string>>();
  const add = (type: string, name: string, uri: string): void => {
    const same = objects.get(type);
    if (same === undefined) objects.set(type, new Map([[name, uri]]));
    else same.set(name, uri);
  };
  for (const line of entries.split(/\r?\n/u)) {
    if (head.version === 1) {
      const [name, type, uri] = line.split(/\s+/u);
      if (name !== undefined && type !== undefined && uri !== undefined)
        add(type === 'mod' ? 'py:module' : `py:${type}`, name, uri);
      continue;
    }
    // A name may hold spaces, so the type is looked for: `word:word`, then the priority.
    const parts = /^(\S.*?)\s+([\w+-]+:\S+)\s+(-?\d+)\s+(\S*)\s+(.*)$/u.exec(line);
    if (parts === null) continue;
    const [, name = '', type = '', , uri = ''] = parts;
    add(type, name, uri.endsWith('$') ? uri.slice(0, -1) + name : uri);
  }
  return { project: head.project, version: head.release, objects };
}

/**
 * An inventory as the plain text that sphobjinv writes of one (`objects.txt`): the head and entries of format 2 before
 * their compression, sorted, so that it can be kept in a repository.
 */
export function writeInventory({ project, version, objects }: Inventory): string {
  const lines: string[] = [];
  for (const [type, names] of [...objects].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    for (const [name, uri] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(`${name} ${type} 1 ${uri} -\n`);
  const head = `# Sphinx inventory version 2\n# Project: ${project}\n# Version: ${version}\n# The remainder of this file would be compressed using zlib.\n`;
  return head + lines.join('');
}
