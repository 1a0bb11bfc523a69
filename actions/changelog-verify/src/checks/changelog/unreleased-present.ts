import { fail, pass, skip } from '@pymaint/core';
import { check } from '../../check.ts';

/** Between releases there is a place for what comes next. */
export const unreleasedPresent = check({
  id: 'changelog/unreleased-present',
  summary: 'The changelog has an unreleased part, where the project keeps one',
  level: 'warning',
  reads: ['changelog', 'policy'],
  mayLack: ['scheme'],
  judge: ({ changelog, policy, scheme }) => {
    const { path, changelog: read, text } = changelog.value;
    const wanted = policy.value.unreleased;
    if (wanted === 'off') return skip('not asked for');
    const open = read.releases.find(({ kind }) => kind === 'unreleased');
    if (open !== undefined) return pass(`${path}:${open.heading.range.line}`);
    if (scheme.known) return skip('what comes next is kept in fragments');
    if (text === undefined) return skip('each release has a file of its own');
    const link = read.linkReferences.find(({ label }) => /^unreleased$/i.test(label));
    if (wanted === 'auto' && link === undefined) return skip('this changelog keeps none');
    const [first] = read.releases;
    return fail({
      message: `Unexpected changelog without an unreleased part, expected one before \`${first?.heading.text ?? 'the first release'}\``,
      place: first?.heading.range ?? read.insertion,
      remedy: 'add a heading for what comes next',
      ...(link !== undefined && { related: [{ message: 'the link to it', place: link.range }] }),
    });
  },
});
