import { applyEdits, gatherFacts, readOptions, type Finding } from '@pymaint/core';
import { nodePorts } from '@pymaint/platform';
import { gitFixture, type Files, type GitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { gatherLinks } from '../gather.ts';
import { OPTIONS } from '../options.ts';

const LONG =
  'A text\n======\n\nOf some lines,\nso that git knows it again\nwhere it stands later.\n';

/** What leads nowhere, after these moves: the message and what the fix makes of its line. */
async function foundIn(
  files: Files,
  moves: readonly (readonly [string, string])[],
  clone?: { readonly depth: number },
): Promise<readonly string[]> {
  await using repository = await gitFixture(files);
  for (const [from, to] of moves) {
    await repository.git('mv', from, to);
    await repository.commit(`Move ${from}`);
  }
  if (clone === undefined) return await findingsOf(repository, files);
  await using copy = await repository.clone(clone);
  return await findingsOf(copy, files);
}

async function findingsOf({ folder }: GitFixture, files: Files): Promise<readonly string[]> {
  await using ports = await nodePorts({ folder });
  const names = ['sphinx', 'mkdocs', 'forge'] as const;
  const { facts } = await gatherFacts(gatherLinks(readOptions(OPTIONS, []), ports), names, {
    now: () => 0,
  });
  const pages = [facts.sphinx, facts.mkdocs, facts.forge];
  return pages
    .flatMap((fact) => (fact?.known === true ? fact.value.findings : []))
    .filter(({ rule }) => rule !== 'docs/orphan')
    .map((finding) => shown(finding, String(files[finding.place.path])));
}

const shown = ({ level, message, place, fix }: Finding, text: string): string => {
  const said = message.replace(/in [0-9a-f]{10}(?=$|;)/u, 'in COMMIT');
  const made = fix && applyEdits(text, fix.edits).text.split('\n')[place.line - 1];
  return `${level} ${place.line} ${said}${fix === undefined ? '' : ` → ${made}${fix.safe === true ? '' : ' ?'}`}`;
};

const site = (index: string): Files => ({ 'docs/conf.py': '', 'docs/index.rst': index });

it.each([
  [
    'a document, as it was written',
    { ...site(':doc:`old` :doc:`/old`\n'), 'docs/old.rst': LONG },
    [['docs/old.rst', 'docs/brandnew.rst']],
    [
      'error 1 Unexpected document `old`, expected one that exists; renamed to `brandnew` in COMMIT → :doc:`brandnew` :doc:`/old`',
      'error 1 Unexpected document `/old`, expected one that exists; renamed to `/brandnew` in COMMIT → :doc:`old` :doc:`/brandnew`',
    ],
  ],
  [
    'an entry of a toctree, over two renames',
    { ...site('.. toctree::\n\n   old.rst\n'), 'docs/old.rst': LONG },
    [
      ['docs/old.rst', 'docs/middle.rst'],
      ['docs/middle.rst', 'docs/last.rst'],
    ],
    [
      'error 3 Unexpected entry `old.rst`, expected a document that exists; renamed to `last.rst` in COMMIT →    last.rst',
    ],
  ],
  [
    'an image and an include, out of the folder as well',
    {
      ...site('.. image:: a.png\n\n.. include:: note.txt\n'),
      'docs/a.png': LONG,
      'docs/note.txt': `${LONG}1`,
    },
    [
      ['docs/a.png', 'b c.png'],
      ['docs/note.txt', 'docs/other.txt'],
    ],
    [
      'error 1 Unexpected image file `a.png`, expected one that exists (`docs/a.png` does not); renamed to `../b c.png` in COMMIT → .. image:: ../b c.png',
      'error 3 Unexpected include file `note.txt`, expected one that exists (`docs/note.txt` does not); renamed to `other.txt` in COMMIT → .. include:: other.txt',
    ],
  ],
  [
    'a link of a README',
    { 'README.md': '[it](guide/old.md#a)\n', 'guide/old.md': LONG },
    [['guide/old.md', 'new name.md']],
    [
      'error 1 Unexpected link `guide/old.md`, expected a file that exists; renamed to `new%20name.md` in COMMIT → [it](new%20name.md#a)',
    ],
  ],
  [
    'a page of MkDocs, in the nav and in a link',
    {
      'mkdocs.yml': 'site_name: S\nnav:\n  - index.md\n  - old.md\n',
      'docs/index.md': '[it](old.md)\n',
      'docs/old.md': LONG,
    },
    [['docs/old.md', 'docs/fresh.md']],
    [
      'error 4 Unexpected entry `old.md`, expected a page of `docs`; renamed to `fresh.md` in COMMIT →   - fresh.md',
      'notice 1 Unexpected page `fresh.md` that is in no nav, expected an entry or `not_in_nav`; not sure: it may be reached by a link alone',
      'error 1 Unexpected link `old.md`, expected a file of the docs folder; renamed to `fresh.md` in COMMIT → [it](fresh.md)',
    ],
  ],
] as const)('tells the new name of %s', async (_, files, moves, expected) => {
  expect(await foundIn(files, moves)).toEqual(expected);
});

it('offers no rename to what is no document, or is gone by now', async () => {
  await using repository = await gitFixture({
    ...site(':doc:`old` :doc:`gone`\n'),
    'docs/old.rst': LONG,
    'docs/gone.rst': `${LONG}\n2`,
  });
  await repository.git('mv', 'docs/old.rst', 'docs/old.txt');
  await repository.git('mv', 'docs/gone.rst', 'docs/went.rst');
  await repository.commit('Move');
  await repository.git('rm', '-q', 'docs/went.rst');
  await repository.commit('Remove');
  const found = await findingsOf(repository, {});
  expect(found).toHaveLength(2);
  expect(found.join()).not.toContain('renamed');
});

it('says nothing of history that a shallow clone lacks', async () => {
  const files = { ...site(':doc:`old`\n'), 'docs/old.rst': LONG };
  const found = await foundIn(files, [['docs/old.rst', 'docs/new.rst']], { depth: 1 });
  expect(found).toHaveLength(1);
  expect(found.join()).not.toContain('renamed');
});
