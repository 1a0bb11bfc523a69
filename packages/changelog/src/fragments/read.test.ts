import { describe, expect, it } from 'vitest';
import { scrivScheme, towncrierScheme } from './configure.ts';
import { readFragments, saysNothing } from './read.ts';
import type { FragmentScheme } from './scheme.ts';

const towncrier = towncrierScheme({ directory: 'changes', template: 'changes/template.jinja2' });

const read = (scheme: FragmentScheme, path: string, text = 'Words.') => {
  const [fragment] = readFragments(scheme, [{ path, text }]);
  return fragment === undefined
    ? 'elsewhere'
    : [fragment.state, fragment.issue ?? '-', fragment.type ?? '-'].join(' ');
};

describe('towncrier fragments', () => {
  // What `parse_newfragment_basename` of towncrier 24.8 makes of the same names.
  it.each([
    ['12.feature', 'fragment 12 feature'],
    ['012.bugfix.md', 'fragment 12 bugfix'],
    ['12.feature.1', 'fragment 12 feature'],
    ['12.feature.1.rst', 'fragment 12 feature'],
    ['+anything.misc.rst', 'fragment - misc'],
    ['fix-1.2.3.feature', 'fragment fix-1.2.3 feature'],
    ['baz.1.2.feature', 'fragment baz.1.2 feature'],
    ['59c0123d.doc.rst', 'fragment 59c0123d doc'],
    ['12.feautre.rst', 'dropped - -'],
    ['12', 'dropped - -'],
    ['notes.txt', 'dropped - -'],
    ['README.rst', 'ignored - -'],
    ['.gitignore', 'ignored - -'],
    ['template.jinja2', 'ignored - -'],
    ['sub/12.feature', 'dropped - -'],
  ])('reads %s as %s', (name, expected) => {
    expect(read(towncrier, `changes/${name}`)).toBe(expected);
  });

  it('leaves files of other folders alone', () => {
    expect(read(towncrier, 'docs/12.feature')).toBe('elsewhere');
  });

  it('takes types of either form, and folders of sections', () => {
    const scheme = towncrierScheme({
      package: 'twisted',
      package_dir: 'src',
      section: [{ path: '' }, { path: 'web' }],
      type: [
        { directory: 'headline', name: 'Headlines', showcontent: true },
        { name: 'Misc', showcontent: false },
      ],
    });
    expect(scheme.folders).toEqual(['src/twisted/newsfragments', 'src/twisted/web/newsfragments']);
    expect(scheme.types).toEqual([
      { id: 'headline', title: 'Headlines', showsContent: true },
      { id: 'misc', title: 'Misc', showsContent: false },
    ]);
    const table = towncrierScheme({
      directory: 'n',
      fragment: { security: { name: 'Security fixes' }, chore: {} },
    });
    expect(table.types.map(({ id, title }) => [id, title])).toEqual([
      ['security', 'Security fixes'],
      ['chore', 'Chore'],
    ]);
  });
});

describe('scriv fragments', () => {
  const scheme = scrivScheme({ format: 'md' });

  it.each([
    ['changelog.d/20240501_me.md', 'fragment - -'],
    ['changelog.d/README.txt', 'ignored - -'],
    ['changelog.d/20240501_me.rst', 'dropped - -'],
  ])('reads %s as %s', (path, expected) => {
    expect(read(scheme, path)).toBe(expected);
  });

  it('names the changelog by the format', () => {
    expect(scheme.changelog).toBe('CHANGELOG.md');
  });
});

describe('fragments of a described scheme', () => {
  const scheme: FragmentScheme = {
    tool: 'custom',
    folders: ['news'],
    types: [{ id: 'fix', title: 'Fixes', showsContent: true }],
    ignored: ['README*'],
    naming: { kind: 'pattern', pattern: '{issue}-{name}.{type}.md' },
    changelog: undefined,
  };

  it.each([
    ['news/12-a thing.fix.md', 'fragment 12 fix'],
    ['news/12-a.b.fix.md', 'fragment 12 fix'],
    ['news/12-a.feature.md', 'dropped - -'],
    ['news/a.fix.md', 'dropped - -'],
    ['news/README', 'ignored - -'],
  ])('reads %s as %s', (path, expected) => {
    expect(read(scheme, path)).toBe(expected);
  });
});

it.each([
  ['', true],
  ['\n  \n', true],
  ['<!-- say what changed -->\n', true],
  ['.. A new scriv changelog fragment.\n..\n.. Uncomment\n', true],
  ['.. Added\n.. -----\n..\n.. - A bullet\n', true],
  ['### Added\n\n<!-- - A bullet -->\n', true],
  ['Added\n-----\n', true],
  ['- A change', false],
  ['Words.', false],
  ['### Added\n\n- x\n', false],
])('knows whether %j says nothing', (text, expected) => {
  expect(saysNothing(text)).toBe(expected);
});
