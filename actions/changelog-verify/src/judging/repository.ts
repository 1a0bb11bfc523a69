import type { Repository } from '../facts.ts';

/** `https://github.com/owner/name/issues`, `git@github.com:owner/name.git`. */
export function repositoryOf(url: string): Repository | undefined {
  const match =
    /^(?:https?:\/\/|ssh:\/\/)?(?:[^@/\s]{1,80}@)?([\w.-]{1,120})[:/]([\w.-]{1,120}\/[\w.-]{1,120})/.exec(
      url,
    );
  const [, host = '', name = ''] = match ?? [];
  if (!/^(?:github|gitlab|codeberg|bitbucket)\.|^git\./.test(host)) return undefined;
  return { host, name: name.replace(/\.git$/, '') };
}
