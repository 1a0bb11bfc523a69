export * from './markers.ts';
export * from './names.ts';
export * from './pep440.ts';
export * from './pep508.ts';
export * from './specifiers.ts';
export * from './ini.ts';
export * from './source/module.ts';
export * from './source/values.ts';
