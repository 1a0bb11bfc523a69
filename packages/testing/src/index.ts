export * from './disk-tree.ts';
export * from './git-fixture.ts';
export * from './git-sdist.ts';
export * from './package-index.ts';
export * from './python-env.ts';
export * from './runner/index.ts';
export * from './sdists.ts';
