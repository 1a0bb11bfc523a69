import { expect, it } from 'vitest';
import { releaseNotes } from './notes.ts';
import { readChangelog } from './read.ts';

it.each([
  [
    'resolves links by label and leaves out their definitions',
    'C.md',
    '## [1.1] - 2024-05-01\n\n### Fixed\n\n- See [the docs] and [that][x].\n- [ ] `[1.1]`\n\n<!-- hidden -->\n\n## 1.0\n\n[the docs]: https://a.org/d\n[x]: https://a.org/x\n',
    '### Fixed\n\n- See [the docs](https://a.org/d) and [that](https://a.org/x).\n- [ ] `[1.1]`',
  ],
  [
    'turns reStructuredText into Markdown',
    'C.rst',
    '1.1\n===\n\nBugfixes\n--------\n\n- ``x`` of :func:`~a.b`, :issue:`12`, `link <https://a.org>`_ and `docs`_.\n\n.. _label:\n\n1.0\n===\n\n- a\n\n.. _docs: https://a.org/d\n',
    '### Bugfixes\n\n- `x` of `a.b`, #12, [link](https://a.org) and [docs](https://a.org/d).',
  ],
])('%s', (_, path, text, expected) => {
  const changelog = readChangelog(path, text);
  const [release] = changelog.releases;
  expect(release && releaseNotes(text, changelog, release)).toBe(expected);
});
