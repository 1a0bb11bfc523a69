import { isDeployment } from './deployment-files.ts';
import { documentPolicy } from './make.ts';
import { escaped, searching, VERSION } from './searching.ts';

/** `ghcr.io/owner/name:1.2.3` of this project's repository, in documents, compose files, Dockerfiles and action.yml. */
export const containerTags = searching({
  kind: 'container',
  wants: (file) => file.role === 'document' || isDeployment(file),
  pattern: ({ repositories }) => {
    const own = repositories.map(({ path }) => escaped(path));
    return own.length === 0
      ? undefined
      : String.raw`(?:\b(?:ghcr\.io/|docker\.io/|registry\.gitlab\.com/)|\bimage:[ \t]*["']?|\bdocker://)(?:${own.join('|')})(?:/[\w./-]+)?:(${VERSION})(?![\w.])`;
  },
  made: ({ path }) => ({
    policy: documentPolicy(path),
    sure: false,
    what: 'the tag of this project’s container image',
  }),
});
