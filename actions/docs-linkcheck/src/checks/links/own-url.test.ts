import { nodePorts } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { linkcheck } from '../../testing.ts';
import { ownUrl } from './own-url.ts';

const PYPROJECT = `[project]
name = "x"
version = "1"
readme = "README.md"

[project.urls]
Changelog = "https://github.com/o/x/blob/main/CHANGES.md"
Source = "https://github.com/o/x"
Docs = "https://github.com/o/x/tree/HEAD/docs"
Old = "https://github.com/o/x/blob/v1/gone.md"
Other = "https://github.com/p/x/blob/main/gone.md"
`;

const README = `# X

[a](https://github.com/O/X/blob/main/docs/a.md#part) [b](https://github.com/o/x/blob/main/docs/a.md#no)
![c](https://raw.githubusercontent.com/o/x/main/no.png) [d](docs/a.md)
`;

it.each([
  [
    'main',
    [
      /^links\/own-url error pyproject\.toml:7:14 .*did you mean `CHANGELOG\.md`\?/u,
      /^links\/own-url warning README\.md:3:58 Unexpected anchor/u,
      /^links\/own-url warning README\.md:4:6 Unexpected address .*no\.png/u,
    ],
  ],
  ['8.1.x', []],
])(
  'judges addresses of the own repository on its default branch alone: %s',
  async (branch, expected) => {
    await using repository = await gitFixture({
      'pyproject.toml': PYPROJECT,
      'README.md': README,
      'CHANGELOG.md': '# Changes\n',
      'docs/a.md': '# A\n\n## Part\n',
    });
    await repository.git('remote', 'add', 'origin', 'https://github.com/o/x.git');
    if (branch !== 'main') await repository.branch(branch);
    await using ports = await nodePorts({ folder: repository.folder });
    const { findings } = await linkcheck([ownUrl], ports);
    expect(findings).toEqual(expected.map((it) => expect.stringMatching(it)));
  },
);
