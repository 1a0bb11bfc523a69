/** The normal form of a project's name (PEP 503): lower case, runs of `-`, `_` and `.` as one `-`. */
export const normalizedName = (name: string): string => name.replace(/[-_.]+/g, '-').toLowerCase();

/** True where both name the same project: `Sphinx_RTD.theme` and `sphinx-rtd-theme` do. */
export const sameName = (a: string, b: string): boolean => normalizedName(a) === normalizedName(b);

/** The name as it stands in the file names of wheels and sdists (binary distribution format, PEP 625). */
export const fileName = (name: string): string => normalizedName(name).replaceAll('-', '_');

/** True for a valid project name (PEP 508): ASCII letters, digits, `.`, `-`, `_`, with a letter or digit at both ends. */
export const isProjectName = (name: string): boolean =>
  /^[a-z0-9]$|^[a-z0-9][a-z0-9._-]*[a-z0-9]$/i.test(name);
