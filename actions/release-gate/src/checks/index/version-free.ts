import { fail, pass, skip } from '@pymaint/core';
import { parseVersion, sameVersion, type IndexedFile } from '@pymaint/python';
import { check } from '../../check.ts';
import { whereAsked } from '../../judging/network.ts';
import { isReleasing, notReleasing } from '../../judging/origin.ts';

/** The index has no file of the version: it takes each file name once, also of what was yanked or removed. */
export const versionFree = check({
  id: 'index/version-free',
  summary: 'The package index does not have the version yet',
  reads: ['candidate', 'index'],
  needs: ['version/valid'],
  judge: ({ candidate, index }) =>
    whereAsked(index.value, ({ project, url }) => {
      const { text } = candidate.value;
      const idle = notReleasing(candidate.value);
      if (idle !== undefined) return skip(idle);
      if (project === undefined) return pass('not on the index yet');
      const files = project.files.filter(
        ({ version }) => version !== undefined && sameVersion(version.text, text),
      );
      const removed = project.bareVersions.some((version) => sameVersion(version.text, text));
      if (files.length === 0 && !removed)
        return pass(`${parseVersion(text)?.canonical ?? text} is free`);
      const [first] = files;
      return fail({
        // A release that never had a file is listed as well, and takes some.
        level: isReleasing(candidate.value) && files.length > 0 ? 'error' : 'warning',
        message: `Unexpected version \`${text}\`, expected one that ${url} does not have: ${first === undefined ? 'it is listed there without files, as what was removed is' : hasWords(first, files.length)}`,
        place: candidate.place,
        remedy: 'raise the version: an index never takes a file name twice',
        data: { index: url, files: files.map(({ filename }) => filename) },
      });
    }),
});

const hasWords = ({ filename, yanked }: IndexedFile, count: number): string =>
  `it has \`${filename}\`${yanked === undefined ? '' : ' (yanked)'}${count > 1 ? ` and ${count - 1} more` : ''}`;
