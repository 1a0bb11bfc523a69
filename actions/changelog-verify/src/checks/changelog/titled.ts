import { fail, pass, skip } from '@pymaint/core';
import { check } from '../../check.ts';

/** A reader who opens the file learns what it is. */
export const titled = check({
  id: 'changelog/titled',
  summary: 'The changelog begins with a title, where its format has one',
  level: 'warning',
  reads: ['changelog', 'policy'],
  judge: ({ changelog, policy }) => {
    const { path, changelog: read, text } = changelog.value;
    const wanted = policy.value.title;
    if (wanted === 'off') return skip('not asked for');
    if (read.title !== undefined) return pass(read.title.text);
    if (text === undefined) return skip('each release has a file of its own');
    // Many healthy changelogs have none: they are included below the title of another page.
    if (wanted === 'auto' && !text.includes('keepachangelog.com'))
      return skip('this changelog follows no format that asks for one');
    const [first] = read.releases;
    return fail({
      message: `Unexpected changelog without a title, expected one such as \`Changelog\`${first === undefined ? '' : ` before \`${first.heading.text}\``}`,
      place: first?.heading.range ?? read.insertion,
      remedy: `begin ${path} with a title`,
    });
  },
});
