import { isDeployment } from './deployment-files.ts';
import { namePattern, searching, VERSION } from './searching.ts';

/**
 * `ARG NAME_VERSION=1.2.3`, `ENV`, `${NAME_VERSION:-1.2.3}` and the label `org.opencontainers.image.version` (OCI image
 * specification, "Annotations") of Dockerfiles and compose files. Never sure: an image may hold an older release.
 */
export const dockerVersions = searching({
  kind: 'docker',
  wants: (file) => isDeployment(file) && !/action\.ya?ml$/.test(file.inside),
  pattern: ({ name }) =>
    name === ''
      ? undefined
      : String.raw`(?:\b${namePattern(name)}_VERSION["']?(?:[ \t]*[=:][ \t]*|[ \t]+|:-)|\borg\.opencontainers\.image\.version["']?[ \t]*[=:][ \t]*)["']?(${VERSION})(?![\w.]*\w)`,
  made: () => ({ policy: 'released', sure: false, what: 'the version of the container image' }),
});
