import { describe, expect, it } from 'vitest';
import { found, judge } from './gate.ts';
import { breakBy, lineOf, released } from './project.ts';
import { FAULTS, QUICK, type Breaking, type Fault, type Proof } from './projects.ts';

/** What the gate must say of one breaking: the beginning of the finding, and words of it. */
async function expectedOf(
  folder: string,
  { rule, at, words }: Breaking,
): Promise<{ readonly start: string; readonly words: string }> {
  return { start: `${rule} ${await lineOf(folder, ...at)} `, words };
}

/** True for the finding itself, at its very line. */
const fits =
  ({ start, words }: { readonly start: string; readonly words: string }) =>
  (finding: string): boolean =>
    finding.replace(/^\w+ /, '').startsWith(start) && finding.includes(words);

/**
 * The whole gate, for real: the project as it was released is ready; what is broken in it is refused, with the exact
 * finding, at its file and line.
 */
export function prove({ sdist, backend, tag, options, faults }: Proof): void {
  describe(`${sdist} (${backend})`, () => {
    it('is ready as it was released', async () => {
      await using project = await released(sdist, tag);
      const report = await judge(project.folder, options);
      expect(found(report).filter((finding) => !/^(?:notice|warning) /.test(finding))).toEqual([]);
      expect(report.verdict).toBe('ready');
      const judged = report.checks.filter(({ status }) => status === 'pass').map(({ id }) => id);
      expect(judged).toEqual(
        expect.arrayContaining([
          'artifact/builds',
          'artifact/imports',
          'tests/pass',
          'version/valid',
        ]),
      );
    });

    it.each(QUICK)('is refused for a %s', async (fault) => {
      await using project = await released(sdist, tag);
      await breakBy(project, tag, faults[fault].edits);
      const report = await judge(project.folder, {
        'fail-on': 'warning',
        skip: 'artifact,tests,docs',
      });
      expect(report.verdict).toBe('not ready');
      const expected = await expectedOf(project.folder, faults[fault]);
      const fitting = found(report).filter(fits(expected)).length;
      expect({ fitting, found: found(report) }).toMatchObject({ fitting: 1 });
    });

    const built = FAULTS.filter((fault) => !QUICK.includes(fault));
    it(`is refused for all of these at once: ${built.join(', ')}`, async () => {
      await using project = await released(sdist, tag);
      await breakBy(
        project,
        tag,
        built.flatMap((fault) => faults[fault].edits),
      );
      const report = await judge(project.folder, { ...options, 'fail-on': 'warning' });
      expect(report.verdict).toBe('not ready');
      const missing: Fault[] = [];
      for (const fault of built) {
        const expected = await expectedOf(project.folder, faults[fault]);
        if (!found(report).some(fits(expected))) missing.push(fault);
      }
      expect({ missing, found: found(report) }).toMatchObject({ missing: [] });
    });
  });
}
