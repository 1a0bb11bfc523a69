import { fileStart, known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Change } from '../facts.ts';
import type { Options } from '../options.ts';

/** What the webhook says of a pull request, as far as it is read here. */
interface Payload {
  readonly number?: unknown;
  readonly title?: unknown;
  readonly user?: { readonly login?: unknown; readonly type?: unknown };
  readonly labels?: readonly { readonly name?: unknown }[];
  readonly base?: { readonly sha?: unknown };
  readonly head?: { readonly sha?: unknown };
}

/** What the pull request changes; of a branch, where a base is given. */
export async function gatherChange(
  { git, event }: Pick<Ports, 'git' | 'event'>,
  options: Options,
): Promise<Fact<Change>> {
  const request = event?.payload['pull_request'] as Payload | undefined;
  const base = options.base ?? textOf(request?.base?.sha);
  if (base === undefined) return notApplicable('this is no pull request');
  const available = await git.available();
  if (!available.yes) return notKnown(available.why);
  const difference = await git.changesSince(base, textOf(request?.head?.sha));
  if (difference === undefined)
    return notKnown(
      `this clone does not reach back to \`${base}\` (\`fetch-depth: 0\` at actions/checkout)`,
    );
  const author = textOf(request?.user?.login);
  return known(
    {
      ...difference,
      number: typeof request?.number === 'number' ? request.number : undefined,
      title: textOf(request?.title),
      author,
      byBot: request?.user?.type === 'Bot' || author?.endsWith('[bot]') === true,
      labels: (request?.labels ?? []).flatMap(({ name }) => textOf(name) ?? []),
    },
    fileStart('.'),
  );
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
