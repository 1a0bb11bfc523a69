export * from './categories.ts';
export * from './find.ts';
export * from './folder.ts';
export * from './model.ts';
export * from './read.ts';
