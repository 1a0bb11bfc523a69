import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { CheckCrash } from '../errors.ts';
import { renderJson, renderJsonReports } from '../render/json.ts';
import { failedWith, judgedAs, sampleReport, troubled } from '../render/sample-report.ts';
import { reportSchema, reportsSchema } from './report.ts';

const ajv = new Ajv({ strict: true, allErrors: true, strictTypes: false });
const validate = ajv.compile(reportSchema());
const ofMany = ajv.compile(reportsSchema());
const place = { path: 'a.py', line: 1, column: 1 };

describe('reportSchema', () => {
  it.each([
    ['where nothing ran', sampleReport([])],
    ['of a troubled release', sampleReport(troubled)],
    [
      'with everything a report can hold',
      sampleReport(
        [
          failedWith(
            'a/b',
            { message: 'X', place, data: { n: [1, null, { deep: true }] }, level: 'notice' },
            { message: 'Accepted', place },
          ),
          judgedAs('a/c', { status: 'crash', crash: new CheckCrash('check `a/c`', 'boom') }),
          judgedAs('a/d', { status: 'skip', reason: 'left out', because: 'not-asked' }),
        ],
        {
          folder: 'examples/clean',
          crashes: [new CheckCrash('gathering of `x`', new Error('boom'))],
          timings: [{ fact: 'x', started: 0, ended: 1.5, waited: 0.25 }],
          waivers: [
            { rule: 'a/b', match: 'Accepted', reason: 'known', expires: '2027-01-01', place },
            { rule: 'a/*', match: 'gone', reason: 'known', expires: '2020-01-01', place },
          ],
          logs: [{ name: 'pytest', path: '.pymaint/logs/pytest.txt' }],
          data: { version: '1.0' },
        },
      ),
    ],
  ])('accepts a report %s', (_, report) => {
    expect(validate(JSON.parse(renderJson(report))) ? [] : validate.errors).toEqual([]);
  });

  it.each([
    ['an unknown field', { more: 1 }],
    ['an unknown answer', { answer: 'perhaps' }],
    ['another form', { schema: 'pymaint-report/2' }],
    ['a negative count', { counts: { ...sampleReport([]).counts, errors: -1 } }],
    [
      'a line 0',
      { findings: [{ rule: 'a', level: 'error', message: 'X', place: { ...place, line: 0 } }] },
    ],
  ])('refuses %s', (_, change) => {
    expect(validate({ ...JSON.parse(renderJson(sampleReport([]))), ...change })).toBe(false);
  });

  it.each([0, 1, 2])('accepts a file of %d reports by its own name', (n) => {
    const reports = Array.from({ length: n }, () => sampleReport(troubled));
    const file = JSON.parse(renderJsonReports(reports));
    expect([validate(file), ofMany(file)]).toEqual([n === 1, n !== 1]);
  });

  it('describes every field', () => {
    const nameless: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as { properties?: Record<string, { description?: string }> };
      for (const [key, value] of Object.entries(properties ?? {}))
        if ((value.description ?? '') === '') nameless.push(`${path}.${key}`);
      for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
    };
    visit(reportsSchema(), '');
    expect(nameless).toEqual([]);
  });
});
