import type { Finding } from './finding.ts';
import type { Place } from './place.ts';

/** Moves a finding's places from a folder to the one that the folder lies in. */
export function inFolder(finding: Finding, folder: string): Finding {
  if (folder === '') return finding;
  const move = <P extends Place>(place: P): P => ({ ...place, path: joinPath(folder, place.path) });
  const { related, fix } = finding;
  return {
    ...finding,
    place: move(finding.place),
    ...(related && { related: related.map((one) => ({ ...one, place: move(one.place) })) }),
    ...(fix && {
      fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: move(edit.range) })) },
    }),
  };
}

/** Joins two paths with `/` and resolves `.` and `..` as far as they go. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  const joined = parts.join('/');
  return folder === '' ? joined.replace(/^\//, '') : joined;
}
