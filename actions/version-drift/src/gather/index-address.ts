import { UserError, type TomlDocument } from '@pymaint/core';
import { serviceAddress, type Environment, type ServiceAddress } from '@pymaint/platform';

/**
 * The index that the user names, else the one that uv or pip would ask, else PyPI.
 * @throws UserError where that is no address of the web
 */
export function indexAddress(
  option: string | undefined,
  env: Environment,
  pyproject: TomlDocument,
): ServiceAddress {
  const named =
    option ??
    [env['UV_DEFAULT_INDEX'], env['UV_INDEX_URL'], env['PIP_INDEX_URL']].find(
      (one) => one !== undefined && one !== '',
    ) ??
    uvDefault(pyproject) ??
    'https://pypi.org/simple';
  // uv takes `name=https://…` as well.
  const address = serviceAddress(named.trim().replace(/^[\w.-]+=(?=https?:)/, ''));
  if (address !== undefined) return address;
  throw new UserError(
    'Unexpected address of the package index, expected one that begins with `https://`',
  );
}

/** The index that uv takes instead of PyPI (docs.astral.sh/uv/concepts/indexes). */
function uvDefault(pyproject: TomlDocument): string | undefined {
  const text = (...keys: readonly (string | number)[]): string | undefined => {
    const node = pyproject.get('tool', 'uv', ...keys);
    return node?.type === 'string' ? node.value : undefined;
  };
  const list = pyproject.get('tool', 'uv', 'index');
  const count = list?.type === 'array' ? list.items.length : 0;
  for (let at = 0; at < count; at += 1) {
    const node = pyproject.get('tool', 'uv', 'index', at, 'default');
    if (node?.type === 'boolean' && node.value) return text('index', at, 'url');
  }
  return text('index-url');
}
