import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { levelByAge, versioned, type Versioned } from '../../judging/age.ts';
import { versionKey } from '@pymaint/python';

/** No version is told twice. */
export const unique = check({
  id: 'changelog/unique',
  summary: 'Each version stands in the changelog once',
  reads: ['changelog'],
  judge: ({ changelog }) => {
    const { releases } = changelog.value.changelog;
    const all = versioned(releases);
    const firsts = new Map<string, Versioned>();
    const problems = all.flatMap((it) => {
      const key = versionKey(it.version);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, it);
        return [];
      }
      const { version, heading } = it.release;
      return [
        {
          level: levelByAge(it.release, releases, 'error'),
          message: `Unexpected second entry for \`${version?.written}\`, expected one`,
          place: heading.range,
          related: [{ message: 'the first one', place: first.release.heading.range }],
          remedy: 'put both under one heading, or mend the version',
        },
      ];
    });
    return failIf(problems, `${all.length} versions`);
  },
});
