import { nodePorts } from '@pymaint/platform';
import { faultServer, gitFixture, status, type Fault } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { runGate } from '../../testing-run.ts';

const simple = (name: string, files: { readonly [filename: string]: boolean | string }): Fault =>
  status(
    200,
    { 'content-type': 'application/vnd.pypi.simple.v1+json' },
    JSON.stringify({
      meta: { 'api-version': '1.1' },
      name,
      files: Object.entries(files).map(([filename, yanked]) => ({
        filename,
        yanked,
        url: filename,
      })),
    }),
  );

const index = {
  '/simple/jinja2/': simple('jinja2', {
    'jinja2-3.0.3.tar.gz': false,
    'Jinja2-3.1.6.tar.gz': false,
    'jinja2-4.0rc1.tar.gz': false,
  }),
  '/simple/requests/': simple('requests', {
    'requests-2.32.0.tar.gz': 'broken',
    'requests-2.31.0.tar.gz': false,
  }),
};

async function gate(faults: { readonly [path: string]: Fault }) {
  await using server = await faultServer({ ...index, ...faults });
  await using project = await gitFixture({
    'pyproject.toml':
      '[project]\nname = "attrsx"\nversion = "1.2.0"\ndependencies = [\n  "Jinja2<3.1",\n  "requests==2.32.0",\n  "our-own>=1",\n]\n',
  });
  await using ports = await nodePorts({ folder: project.folder });
  const given: { readonly [name: string]: string } = {
    checks: 'advisories,index/requirements-there',
    online: 'true',
    'index-url': `${server.origin}/simple`,
    'advisories-url': server.origin,
  };
  const { report } = await runGate(ports, given);
  const asked = server.requests.map(({ path }) => path);
  return {
    report,
    said: report.findings.map(
      ({ level, rule, place, message }) => `${level} ${rule} ${place.line} ${message}`,
    ),
    asked,
  };
}

describe('advisories of what is required', () => {
  it('are asked in one request, and told where the range keeps the mend away', async () => {
    let questions: unknown;
    const { said, asked } = await gate({
      '/v1/querybatch': ({ request, response }) => {
        let body = '';
        request.on('data', (part) => (body += String(part)));
        request.on('end', () => {
          questions = JSON.parse(body);
          response.end(
            JSON.stringify({
              results: [{ vulns: [{ id: 'PYSEC-2026-7', modified: '' }] }, {}, {}],
            }),
          );
        });
      },
    });
    expect(said).toEqual([
      'error advisories/none-known 5 Unexpected requirement `Jinja2<3.1`, expected one that installs a version without known advisories: 3.0.3 has `PYSEC-2026-7`',
      'warning index/requirements-there 6 Unexpected requirement `requests==2.32.0`, expected one that allows a version that was not yanked: 2.32.0 was: “broken”',
    ]);
    expect(questions).toEqual({
      queries: [
        { package: { name: 'jinja2', ecosystem: 'PyPI' }, version: '3.0.3' },
        { package: { name: 'jinja2', ecosystem: 'PyPI' }, version: '3.1.6' },
        { package: { name: 'requests', ecosystem: 'PyPI' }, version: '2.31.0' },
      ],
    });
    expect(asked.toSorted()).toEqual([
      '/simple/jinja2/',
      '/simple/our-own/',
      '/simple/requests/',
      '/v1/querybatch',
    ]);
  });

  it.each([
    ['fails', status(500), 'answered with status 500, asked 3 times'],
    [
      'answers too little',
      status(200, {}, '{"results": []}'),
      'with what is no list of advisories',
    ],
    ['answers no JSON', status(200, {}, '<html>'), 'with what is no list of advisories'],
  ])('leave the verdict unknown where the service %s', async (_, fault, why) => {
    const { report } = await gate({ '/v1/querybatch': fault });
    expect(report.answer).toBe('unknown');
    expect(report.checks.find(({ id }) => id === 'advisories/none-known')?.detail).toContain(why);
  });
});
