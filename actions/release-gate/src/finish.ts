import type { Finished, Ports } from '@pymaint/platform';
import type { ReleaseFacts } from './facts.ts';
import type { Options } from './options.ts';

/**
 * Hands on what was judged: a folder with the built sdist and wheel and nothing else, and their hashes in the form of
 * `sha256sum`. It is filled when everything has run, and only with bytes that are still those that were judged.
 */
export async function finishRelease(
  options: Pick<Options, 'distributions'>,
  { build }: Partial<ReleaseFacts>,
  { scratch }: Pick<Ports, 'scratch'>,
): Promise<Finished> {
  // Nothing was to be built: what an earlier run has left is still what that run says.
  if (build === undefined) return NOTHING;
  const built =
    build.known && build.value.kind === 'built' ? [build.value.sdist, build.value.wheel] : [];
  const path = await scratch.replaceFolder(options.distributions, built);
  if (built.length === 0) return NOTHING;
  const hashes = built.map(({ filename, sha256 }) => `${sha256}  ${filename}`).join('\n');
  return {
    outputs: {
      distributions: path,
      hashes,
      checksums: await scratch.keep('SHA256SUMS', `${hashes}\n`),
    },
    data: {
      distributions: built.map(({ filename, size, sha256 }) => ({ filename, size, sha256 })),
    },
    kept: [{ name: 'Distributions', path }],
  };
}

const NOTHING: Finished = { outputs: {}, data: {}, kept: [] };
