import { lineIndex, notKnown } from '@pymaint/core';
import { declared, reading, type VersionReading } from '../project/declared.ts';
import { pointerTo, type BackendContext } from './context.ts';

/** `project('name', version: '1.2.3')` of meson.build: https://mesonbuild.com/Reference-manual_functions.html#project */
export function mesonVersion({
  files,
  pyproject,
  dynamicVersion,
}: BackendContext): VersionReading | undefined {
  if (!dynamicVersion) return undefined;
  const pointer = pointerTo(pyproject.get('project', 'dynamic'), pyproject);
  const file = files.read('meson.build');
  const path = files.at('meson.build');
  const answer = (version: VersionReading['version']): VersionReading =>
    reading(version.known ? 'meson' : 'computed', 'meson-python', pointer, path, version);
  if (file === undefined) return answer(notKnown(`${path} is not in the sources`));
  const found = mesonProjectVersion(file.text);
  if (found === undefined) return answer(notKnown(`${path} gives no \`version\` as a plain text`));
  const place = lineIndex(file.path, file.text).range(found.start, found.end);
  return answer(declared(file.text.slice(found.start, found.end), place));
}

const TOKEN = /#[^\n]*|'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'|[()[\]]|[\w.]+|[:,]/g;

/** Steps through the first call of `project`, which must be the first statement of the file. */
function mesonProjectVersion(
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  let depth = 0;
  let before: string[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) continue;
    if (depth === 0 && before.length > 1 && before[0] !== 'project') return undefined;
    if (
      token.startsWith("'") &&
      !token.startsWith("'''") &&
      depth === 1 &&
      before.slice(-2).join('') === 'version:'
    )
      return token.includes('\\') ? undefined : { start: index + 1, end: index + token.length - 1 };
    if ('(['.includes(token)) depth += 1;
    if (')]'.includes(token)) depth -= 1;
    if (depth === 0 && token === ')') return undefined;
    before = before.length < 3 ? [...before, token] : [before[0] ?? '', before[2] ?? '', token];
  }
  return undefined;
}
