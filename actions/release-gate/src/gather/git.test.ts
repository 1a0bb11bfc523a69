import { nodeGit } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { gatherChanges, gatherHistory } from './git.ts';

it('takes a repository that git cannot read for not known, never for good', async () => {
  await using repository = await gitFixture({ a: '' });
  await repository.write({ '.git/config': '[core' });
  const git = nodeGit(repository.folder);
  for (const fact of [await gatherChanges(git), await gatherHistory(git)])
    expect(fact).toMatchObject({
      because: 'not-known',
      why: expect.stringContaining('git cannot read the repository'),
    });
});

it('takes a folder outside git for one of which there is nothing to check', async () => {
  await using repository = await gitFixture({ '.gitignore': 'sdist/\n' });
  await repository.write({ 'sdist/pyproject.toml': '' });
  const fact = await gatherChanges(nodeGit(`${repository.folder}/sdist`));
  expect(fact).toMatchObject({ known: false, because: 'not-applicable' });
});
