import {
  durationOption,
  flagOption,
  linearPattern,
  listOption,
  textOption,
  type OptionSpec,
} from '@pymaint/core';
import { MEMORY_POLICY, type MemoryPolicy } from '@pymaint/docs';

/** When a link that fails now and then counts as broken, as it is written: `3 failures over 2 days`. */
const failAfterOption = (description: string): OptionSpec<MemoryPolicy> => ({
  ...textOption(description),
  fallback: MEMORY_POLICY,
  shownDefault: '3 failures over 2 days',
  read(written) {
    const match = /^\s*(\d{1,3})\s+failures?\s+over\s+(\d{1,3})\s+days?\s*$/i.exec(String(written));
    return match === null
      ? { expected: 'a number of failures and days, such as `3 failures over 2 days`' }
      : { value: { ...MEMORY_POLICY, failures: Number(match[1]), days: Number(match[2]) } };
  },
});

/** Regular expressions, each of which can be read. */
function patternsOption(description: string): OptionSpec<readonly string[]> {
  const list = listOption(description);
  return {
    ...list,
    read(written) {
      const result = list.read(written);
      const bad =
        'value' in result
          ? result.value.find((pattern) => linearPattern(pattern) === undefined)
          : undefined;
      return bad === undefined ? result : { expected: `regular expressions; \`${bad}\` is none` };
    },
  };
}

/** One part of several: the second of five. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

const shardOption = (description: string): OptionSpec<Shard> => ({
  ...textOption(description),
  fallback: { index: 0, of: 1 },
  shownDefault: '1/1',
  read(written) {
    const match = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(String(written));
    const [index, of] = [Number(match?.[1]) - 1, Number(match?.[2])];
    return index >= 0 && index < of
      ? { value: { index, of } }
      : { expected: 'a part of several, such as `2/5`' };
  },
});

/** Options of the external links. */
export const EXTERNAL_OPTIONS = {
  external: flagOption(
    'Ask the network whether the addresses of other sites lead somewhere: in documents, docstrings, notebooks and the metadata; and fetch the inventories of `intersphinx_mapping` that are not at hand. Off, nothing is asked.',
  ),
  'external-ignore': patternsOption(
    'Regular expressions of addresses that are not asked, found anywhere in them. `.lycheeignore`, `lychee.toml`, `.markdown-link-check.json` and Sphinx’s `linkcheck_ignore` count as well.',
  ),
  'external-budget': durationOption(
    'After how long no more addresses are asked: the others are reported as unchecked.',
    '10m',
  ),
  'external-timeout': durationOption('How long one answer is waited for.', '20s'),
  'fail-after': failAfterOption(
    'When an address that answers now and then counts as broken: so many failed runs in a row, spread over so many days.',
  ),
  'link-cache': textOption(
    'The file in which verdicts are kept between runs, relative to the project’s folder. Default: in a workflow `links.json` beside the report, in a terminal a file in the user’s cache folder. Not used for pull requests from forks, nor where git tracks it.',
  ),
  'archive-url': textOption(
    'Where copies of dead pages are looked for, by the Wayback Machine’s availability API, or `off`. Told are addresses of public hosts alone, and none with `allow-private`. Default: `https://archive.org`.',
    { sources: ['flag', 'input'] },
  ),
  shard: shardOption(
    'Ask only one part of the addresses, such as `2/5`, so that several machines share a large site; `pymaint merge-reports` makes one report of theirs.',
  ),
  'allow-private': flagOption(
    'Also ask addresses of this machine and of private networks, such as a company’s own. Not for workflows that strangers’ pull requests can start.',
    { sources: ['flag', 'input'] },
  ),
} as const;
