import type { Distribution } from '../facts.ts';

/** Core metadata as far as checks read it: headers end at the first empty line, names are compared without case. */
export function metadataValues({ texts }: Distribution, field: string): readonly string[] {
  const text = texts['METADATA'] ?? texts['PKG-INFO'] ?? '';
  const head = text.replaceAll('\r\n', '\n').split('\n\n', 1)[0] ?? '';
  const start = `${field.toLowerCase()}:`;
  return head
    .split('\n')
    .filter((line) => line.toLowerCase().startsWith(start))
    .map((line) => line.slice(start.length).trim());
}

/** The first value of a field, or an empty text. */
export const metadataValue = (distribution: Distribution, field: string): string =>
  metadataValues(distribution, field)[0] ?? '';

/** `attrsx-1.2.3.dist-info`, as the wheel names it. */
export const distInfo = ({ files }: Distribution): string =>
  files
    .map(({ path }) => path.split('/', 1)[0] ?? '')
    .find((folder) => folder.endsWith('.dist-info')) ?? '';

/** True for a compiled extension module or library. */
export const isCompiled = (path: string): boolean => /\.(?:so|pyd|dll|dylib)$|\.so\.\d/.test(path);

/**
 * What the wheel puts at the top of site-packages: packages and modules by name, its own metadata left out. What
 * `.data` would put there counts as well.
 */
export function topLevelNames({ files }: Distribution): readonly string[] {
  const names = files.flatMap(({ path }) => {
    const inData = /^[^/]+\.data\/(?:purelib|platlib)\/(.+)$/.exec(path)?.[1];
    const [first = '', ...rest] = (inData ?? path).split('/');
    if (/\.(?:dist-info|data)$/.test(first) && inData === undefined) return [];
    if (rest.length > 0) return [first];
    const module = /^([^.]+)(?:\.[^/]*)?\.(?:py|so|pyd)$/.exec(first)?.[1];
    return module === undefined ? [] : [module];
  });
  return [...new Set(names)].toSorted();
}
