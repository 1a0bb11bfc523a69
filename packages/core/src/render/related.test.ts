import { describe, expect, it } from 'vitest';
import { failedWith, sampleReport } from './sample-report.ts';
import { renderSummary } from './summary.ts';
import { renderTerminal } from './terminal.ts';

const at = (path: string) => ({ path, line: 1, column: 1 });

describe('a related place whose message only names its file', () => {
  it.each(['', 'examples/clean'])('is shown once, in the folder %j', (folder) => {
    const related = ['LICENSE', 'also here'].map((message) => ({ message, place: at('LICENSE') }));
    const judged = [failedWith('a/b', { message: 'X', place: at('a.py'), related })];
    const report = sampleReport(judged, { folder });
    const place = `${folder === '' ? '' : `${folder}/`}LICENSE:1:1`;
    expect(renderTerminal(report)).toContain(`          ${place}\n          also here: ${place}\n`);
    expect(renderSummary(report)).toContain(`\n  \`${place}\`<br>\n  also here: \`${place}\``);
  });
});
