import type { Emulator } from 'emulate';

/** The token that {@link emulatedGithub} takes. */
export const EMULATOR_TOKEN = 'secret';

/** GitHub's API on a free port of this machine, with one repository that has a first commit; `owner/name` names it. */
export const emulatedGithub = async (repository: string): Promise<Emulator> => {
  // Loaded by those tests alone that ask for it.
  const { createEmulator } = await import('emulate');
  const [login = '', name = ''] = repository.split('/');
  return createEmulator({
    service: 'github',
    port: 0,
    seed: {
      github: {
        users: [{ login, name: login, email: `${login}@example.org` }],
        repos: [{ owner: login, name, auto_init: true }],
      },
      tokens: { [EMULATOR_TOKEN]: { login, scopes: ['repo'] } },
    },
  });
};
