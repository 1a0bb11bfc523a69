import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { readRunnerEvent } from './runner-event.ts';

const TAGGED = {
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_REF: 'refs/tags/v1.0',
  GITHUB_REF_TYPE: 'tag',
  GITHUB_REF_NAME: 'v1.0',
  GITHUB_SHA: 'abc',
  GITHUB_BASE_REF: '',
  GITHUB_SERVER_URL: 'https://ghe.example',
  GITHUB_API_URL: 'https://ghe.example/api/v3',
};

describe('readRunnerEvent', () => {
  it('says nothing outside of a runner', () => {
    expect(readRunnerEvent({ ...TAGGED, GITHUB_ACTIONS: undefined })).toBeUndefined();
  });

  it('reads the variables and the payload', async () => {
    await using place = await temporaryFolder();
    const path = join(place.folder, 'event.json');
    writeFileSync(path, '{"repository":{"default_branch":"trunk"}}');
    expect(readRunnerEvent({ ...TAGGED, GITHUB_EVENT_PATH: path })).toEqual({
      name: 'push',
      repository: 'o/r',
      ref: 'refs/tags/v1.0',
      refType: 'tag',
      refName: 'v1.0',
      sha: 'abc',
      baseRef: undefined,
      serverUrl: 'https://ghe.example',
      apiUrl: 'https://ghe.example/api/v3',
      payload: { repository: { default_branch: 'trunk' } },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[1]'],
    ['nothing', 'null'],
  ])('takes a payload that is %s for an empty one', async (_, text) => {
    await using place = await temporaryFolder();
    const path = join(place.folder, 'event.json');
    writeFileSync(path, text);
    expect(readRunnerEvent({ ...TAGGED, GITHUB_EVENT_PATH: path })?.payload).toEqual({});
    expect(readRunnerEvent({ ...TAGGED, GITHUB_EVENT_PATH: `${path}x` })?.payload).toEqual({});
  });

  it('knows the base of a pull request, and neither branch nor tag on a merge ref', () => {
    const event = readRunnerEvent({
      GITHUB_ACTIONS: 'true',
      GITHUB_BASE_REF: 'main',
      GITHUB_REF_TYPE: '',
    });
    expect(event).toMatchObject({ baseRef: 'main', refType: undefined, repository: '' });
  });
});
