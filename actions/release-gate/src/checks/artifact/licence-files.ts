import { count, failIf, skip, type Problem } from '@pymaint/core';
import { coreValue, coreValues, readCoreMetadata } from '@pymaint/python';
import { check } from '../../check.ts';
import type { Distribution } from '../../facts.ts';
import { distInfo, metadataValues } from '../../judging/metadata.ts';

const LICENCE = /^(?:licen[cs]e|copying|notice|authors)(?:[-_.][\w.-]*)?$/i;

/** Files and folders of licences wherever they lie, those of REUSE among them. */
const ANYWHERE = /(?:^|[/._-])(?:un)?(?:licen[cs]es?|copying|copyright)(?:[/._-]|$)/i;

/** Not these: their text is nobody’s duty, or the owner’s own affair. */
const ASKS_NOTHING = /LicenseRef|proprietary|public domain|unlicense|\b(?:CC0|0BSD|WTFPL|MIT-0)\b/i;

/** Licence files are where the metadata say, and what the project has of them is packed. */
export const licenceFiles = check({
  id: 'artifact/licence-files',
  summary: 'The built files hold the project’s licence',
  reads: ['build', 'project', 'sources'],
  needs: ['artifact/builds'],
  judge: ({ build, project, sources }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist, wheel } = build.value;
    const { place } = project;
    const first = sources.value.files.find((path) =>
      /^(?:licen[cs]e|copying)(?:[-_.].*)?$/i.test(path),
    );
    const info = distInfo(wheel);
    const inWheel = new Set(wheel.files.map(({ path }) => path));
    const named = metadataValues(wheel, 'License-File');
    const problems = named
      .filter(
        (file) => !inWheel.has(`${info}/licenses/${file}`) && !inWheel.has(`${info}/${base(file)}`),
      )
      .map((file): Problem => ({
        message: `Unexpected lack of \`${file}\` in ${wheel.filename}, expected it since its metadata name it as License-File`,
        place,
        remedy: 'name files that are there in `license-files`',
      }));
    const inSdist = new Set(sdist.files.map(({ path }) => path));
    for (const file of metadataValues(sdist, 'License-File').filter((file) => !inSdist.has(file)))
      problems.push({
        message: `Unexpected lack of \`${file}\` in ${sdist.filename}, expected it since its metadata name it as License-File`,
        place,
        remedy: 'let the sdist hold the file, by the build backend’s own setting',
      });
    const packed = wheel.files.filter(
      ({ path }) => path.startsWith(`${info}/`) && LICENCE.test(base(path)),
    );
    if (named.length === 0 && packed.length === 0 && first === undefined) {
      const asked = sources.value.files.some((path) => ANYWHERE.test(path))
        ? undefined
        : licenceThatAsks(wheel);
      return asked === undefined
        ? skip('the project has no licence file')
        : failIf([
            {
              level: 'notice',
              message: `Unexpected wheel without a licence file, expected the text of \`${asked}\`, the licence that its metadata name, since most licences ask to go with every copy`,
              place,
              remedy:
                'put the text into a file LICENSE beside the project, which build backends pack',
            },
          ]);
    }
    if (problems.length === 0 && packed.length + named.length === 0 && first !== undefined)
      problems.push({
        level: 'warning',
        message: `Unexpected wheel without a licence file, expected \`${first}\` in it since most licences ask for that`,
        place,
        remedy: `license-files = ["${first}"] in [project]`,
      });
    return failIf(problems, count(Math.max(named.length, packed.length), 'file'));
  },
});

/** The licence that the metadata name, where it asks that its text goes with every copy. */
function licenceThatAsks({ texts }: Distribution): string | undefined {
  const metadata = readCoreMetadata(texts['METADATA'] ?? '');
  const free = coreValue(metadata, 'License')?.trim() ?? '';
  // Many have put the whole text there, and so into the wheel.
  if (free.includes('\n')) return undefined;
  const classifier = coreValues(metadata, 'Classifier')
    .find((text) => text.startsWith('License :: '))
    ?.split(' :: ')
    .at(-1);
  const name = coreValue(metadata, 'License-Expression') ?? (free === '' ? classifier : free);
  return name === undefined || name === 'UNKNOWN' || ASKS_NOTHING.test(name) ? undefined : name;
}

const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
