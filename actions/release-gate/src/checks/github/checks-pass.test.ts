import { describe, expect, it } from 'vitest';
import { findingsOf, outcomeOf, someGithub } from '../../testing.ts';
import { checksPass } from './checks-pass.ts';

const good = { name: 'tests', state: 'good', words: 'success', isWorkflow: true } as const;
const bad = { name: 'lint', state: 'bad', words: 'failure', isWorkflow: true } as const;
const running = { name: 'docs', state: 'running', words: 'in_progress', isWorkflow: true } as const;
const other = { name: 'codecov/patch', state: 'bad', words: 'failure', isWorkflow: false } as const;

const levels = (changes: Parameters<typeof someGithub>[0]) =>
  findingsOf(checksPass, { github: someGithub(changes) }).map((line) => line.split(' ', 1)[0]);

describe('github/checks-pass', () => {
  it.each([
    ['a job that failed', { checks: [good, bad] }, ['error']],
    ['what others report', { checks: [good, other] }, ['warning']],
    ['a job that is not required', { checks: [good, bad], required: ['tests'] }, ['warning']],
    [
      'what others report and is required',
      { checks: [good, other], required: ['codecov/patch'] },
      ['error'],
    ],
    [
      'a required check that never ran',
      { checks: [good], required: ['tests', 'wheels'] },
      ['warning'],
    ],
    ['all passed', { checks: [good] }, []],
  ])('%s', (_, changes, expected) => {
    expect(levels(changes)).toEqual(expected);
  });

  it('names the check and the commit', () => {
    expect(findingsOf(checksPass, { github: someGithub({ checks: [bad] }) })).toEqual([
      'error pyproject.toml:1:1 Unexpected `failure` of the check `lint` on aaaaaaaa, expected `success`',
    ]);
  });

  it('does not know while checks are running', () => {
    expect(outcomeOf(checksPass, { github: someGithub({ checks: [good, running] }) })).toEqual({
      status: 'skip',
      because: 'not-known',
      reason: '`docs` still running on GitHub',
    });
  });

  it('does not know while a required check is running, though another never ran', () => {
    const github = someGithub({ checks: [good, running], required: ['docs', 'wheels'] });
    expect(outcomeOf(checksPass, { github })).toMatchObject({ because: 'not-known' });
  });

  it('has nothing to say where nothing ran', () => {
    expect(outcomeOf(checksPass, { github: someGithub() })).toMatchObject({
      because: 'not-applicable',
    });
  });
});
