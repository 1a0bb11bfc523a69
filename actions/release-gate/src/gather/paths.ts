/** Turns a path as a program printed it into one of the project's own files, or undefined for any other. */
export type ToProject = (printed: string) => string | undefined;

/** Printed paths are absolute, or relative to the folder that the program ran in. */
export const toProject =
  (folder: string, isFile: (path: string) => boolean): ToProject =>
  (printed) => {
    const path = printed.replaceAll('\\', '/');
    const prefix = `${folder.replaceAll('\\', '/')}/`;
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) : path.replace(/^\.\//, '');
    return isFile(inside) ? inside : undefined;
  };
