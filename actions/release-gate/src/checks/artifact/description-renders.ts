import { failIf, type Problem } from '@pymaint/core';
import { coreValue, readCoreMetadata, type Project } from '@pymaint/python';
import { check } from '../../check.ts';
import { deadLinks, renderProblems } from '../../judging/description.ts';

/** A description that the build puts together, of several files or by a plugin, is seen in what was built alone. */
export const descriptionRenders = check({
  id: 'artifact/description-renders',
  summary: 'PyPI renders the description that was built',
  reads: ['build', 'project'],
  mayLack: ['description'],
  needs: ['artifact/builds'],
  judge: ({ build, project, description }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { wheel } = build.value;
    const metadata = readCoreMetadata(wheel.texts['METADATA'] ?? '');
    const text = metadata.description;
    const contentType = coreValue(metadata, 'Description-Content-Type') ?? '';
    if (text.trim() === '')
      return failIf([
        {
          level: 'notice',
          message: `Unexpected lack of a description in ${wheel.filename}, expected one since PyPI shows an empty page`,
          place: project.place,
          remedy: 'name a file by `readme` in [project]',
        },
      ]);
    const untyped: readonly Problem[] =
      contentType === ''
        ? [
            {
              level: 'notice',
              message: `Unexpected description without a content type in ${wheel.filename}, expected one; PyPI takes it for reStructuredText`,
              place: project.place,
              remedy: typed(project.value.style),
            },
          ]
        : [];
    // What is the same as the file has a check that needs no build.
    if (
      description.known &&
      sameText(description.value.text, text) &&
      (contentType !== '' || !description.value.contentType.startsWith('text/markdown'))
    )
      return failIf(untyped, contentType);
    const { readme } = project.value;
    const place = readme.known ? readme.place : project.place;
    const given = ['README', text, contentType, () => place] as const;
    const problems = [...renderProblems(...given), ...deadLinks(...given)];
    return failIf(
      [
        ...untyped,
        ...problems.map((problem) => ({
          ...problem,
          message: `${problem.message} (${wheel.filename})`,
        })),
      ],
      contentType === '' ? 'no type' : contentType,
    );
  },
});

/** How each file that describes a project names the type. */
function typed(style: Project['style']): string {
  if (style === 'setup.py') return "name it: `long_description_content_type='text/x-rst'`";
  if (style === 'setup.cfg') return 'name it: `long_description_content_type = text/x-rst`';
  return 'name it: `readme = { file = "…", content-type = "text/x-rst" }`';
}

const sameText = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
