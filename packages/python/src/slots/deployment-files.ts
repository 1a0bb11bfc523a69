import type { FilePath } from './types.ts';

/** Dockerfiles, compose files and action.yml: files that install this project or name its image. */
export const isDeployment = ({ inside }: Pick<FilePath, 'inside'>): boolean =>
  /(^|\/)((?:docker|container)file[^/]*|[^/]*\.dockerfile|(?:docker-)?compose[^/]*\.ya?ml|action\.ya?ml)$/i.test(
    inside,
  );
