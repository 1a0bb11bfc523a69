import { lookup as resolveName, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { HttpRequest } from '../ports/index.ts';
import { FORBIDDEN } from './http-failure.ts';

/** Resolves a name to all its addresses: node's own way, or that of a test. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

type Refuse = NonNullable<HttpRequest['refuseAddress']>;

/** Why a host that is written as an address must not be connected to: such a one is never looked up. */
export function refusedHost(hostname: string, refuse: Refuse): string | undefined {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(address) === 0 ? undefined : describe(address, address, refuse(address));
}

/** Resolves a name as node does, and refuses it where any of its addresses is refused. */
export const guardedLookup =
  (refuse: Refuse, resolve: Resolve = resolveName): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) return done(error, '');
      const refusals = addresses.map(({ address }) => describe(hostname, address, refuse(address)));
      const refusal = refusals.find((words) => words !== undefined);
      const [first] = addresses;
      if (refusal !== undefined || first === undefined) {
        return done(
          Object.assign(new Error(refusal ?? `\`${hostname}\` has no address`), {
            code: FORBIDDEN,
          }),
          '',
        );
      }
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });
  };

const describe = (host: string, address: string, why: string | undefined): string | undefined =>
  why === undefined
    ? undefined
    : `\`${host}\`${host === address ? '' : ` is ${address}, which`} must not be connected to: ${why}`;
