import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readText, ROOT } from '../../scripts/shared/repo.ts';

/** A folder at the root of a file system, but not one inside a longer path or address. */
const absolute = (...folders: readonly string[]): RegExp =>
  new RegExp(`(?:^|[\\s"'\`(=:])/(?:${folders.join('|')})/`, 'm');

/** The public package hosts, and the names that nobody can own; any other is somebody's own. */
const PUBLIC =
  /(?:^|\.)(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|(?:example|invalid|test|localhost)(?:\.(?:org|com|net))?)$/;
const packageHosts = (text: string): readonly string[] =>
  [...text.matchAll(/https?:\/\/([\w.-]*(?:pypi|npm|registry|artifactory|nexus)[\w.-]*)/gi)]
    .map((match) => match[1]?.toLowerCase() ?? '')
    .filter((host) => !PUBLIC.test(host));

const HERE = [absolute('work', 'root'), absolute('tmp/wt', 'tmp/bash_jobs')];

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && !path.startsWith('dist/'));

describe('what the guard looks for', () => {
  it.each([
    ['a path of one machine', ` ${['', 'root', 'x'].join('/')}`, true],
    ['a path in quotes', `'${['', 'work', 'x'].join('/')}'`, true],
    ['the same word inside a path', ['docs', 'work', 'x'].join('/'), false],
    ['the runner’s own folder', ['', 'home', 'runner', 'work', 'x'].join('/'), false],
  ])('%s', (_, text, found) => {
    expect(HERE.some((pattern) => pattern.test(text))).toBe(found);
  });

  it.each([
    ['https://registry.npmjs.org/x', []],
    ['https://pypi.org/simple/', []],
    [`https://${['npm', 'corp', 'net'].join('.')}/x`, ['npm.corp.net']],
    ['https://pypi.example/simple/', []],
  ])('package hosts in %s', (text, hosts) => {
    expect(packageHosts(text)).toEqual(hosts);
  });
});

it('names no folder and no package host of one machine', () => {
  const found = tracked.flatMap((path) => {
    const text = readText(path);
    const paths = HERE.some((pattern) => pattern.test(text))
      ? [`${path}: a machine's own path`]
      : [];
    return [...paths, ...packageHosts(text).map((host) => `${path}: ${host}`)];
  });
  expect(tracked.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
