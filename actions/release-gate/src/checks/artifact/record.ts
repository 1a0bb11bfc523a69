import { count, failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { base64Url } from '../../judging/base64.ts';
import { distInfo } from '../../judging/metadata.ts';

/** RECORD lists every file of the wheel with its hash: installers refuse, or silently leave behind, what it does not. */
export const record = check({
  id: 'artifact/record',
  summary: 'The wheel’s RECORD lists every file with its hash',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { wheel } = build.value;
    const rows = readRecord(wheel.texts['RECORD'] ?? '');
    const own = new Set(
      ['RECORD', 'RECORD.jws', 'RECORD.p7s'].map((name) => `${distInfo(wheel)}/${name}`),
    );
    const about = (what: string): Problem => ({
      message: `Unexpected RECORD in ${wheel.filename}: ${what}`,
      place: project.place,
      remedy:
        'build again with a current build backend; change nothing in a wheel after it was built',
    });
    const problems = wheel.files
      .filter(({ path }) => !own.has(path))
      .flatMap(({ path, sha256 }) => {
        const hash = rows.get(path);
        if (hash === undefined) return [about(`expected a line for \`${path}\``)];
        const wanted = `sha256=${base64Url(sha256)}`;
        return hash.startsWith('sha256=') && hash !== wanted
          ? [about(`expected the hash \`${wanted}\` for \`${path}\``)]
          : [];
      });
    const there = new Set(wheel.files.map(({ path }) => path));
    for (const path of rows.keys())
      if (!there.has(path))
        problems.push(about(`expected no line for \`${path}\`, which the wheel lacks`));
    return failIf(problems, count(rows.size, 'line'));
  },
});

/** Paths with their hashes; the file is CSV, and paths with commas or quotes are quoted. */
function readRecord(text: string): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const quoted = /^"((?:[^"]|"")*)",([^,]*),/.exec(line);
    const plain = /^([^,"]+),([^,]*),/.exec(line);
    const match = quoted ?? plain;
    if (match !== null) rows.set((match[1] ?? '').replaceAll('""', '"'), match[2] ?? '');
  }
  return rows;
}
