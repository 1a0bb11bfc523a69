export * from './git-sdist.ts';
export * from './package-index.ts';
export * from './sdists.ts';
