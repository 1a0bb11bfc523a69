import type { Environment } from '../ports/index.ts';

/**
 * The proxy for an address, by the variables that curl and the runner's own toolkit read: `https_proxy` or
 * `http_proxy` in lower or upper case, unless `no_proxy` names the host (`*`, `host`, `.domain`, `host:port`).
 * Loopback addresses never go through a proxy. Undefined where there is none or it makes no sense.
 */
export function proxyFor(target: URL, env: Environment): URL | undefined {
  if (isLoopback(target.hostname) || isExempt(target, read(env, 'no_proxy'))) return undefined;
  const written = read(env, target.protocol === 'https:' ? 'https_proxy' : 'http_proxy');
  if (written === '') return undefined;
  const address = written.includes('://') ? written : `http://${written}`;
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
}

const read = (env: Environment, name: string): string => env[name] ?? env[name.toUpperCase()] ?? '';

const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  host.startsWith('127.');

function isExempt(target: URL, noProxy: string): boolean {
  const host = target.hostname.toLowerCase();
  const port = target.port || (target.protocol === 'https:' ? '443' : '80');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const suffix = name.replace(/^\*?\./, '');
      return (
        (only === undefined || only === port) && (host === suffix || host.endsWith(`.${suffix}`))
      );
    });
}
