import { BASIC_CONTROLS } from './basic-controls.ts';
import { BASIC_FAULTS } from './basic-faults.ts';
import { DOMAIN_CONTROLS, DOMAIN_FAULTS } from './domains.ts';
import { EXCERPT_CONTROLS, EXCERPT_FAULTS } from './excerpts.ts';
import { FILE_FAULTS } from './file-faults.ts';
import type { MadePage } from './made-page.ts';
import { MORE_CONTROLS } from './more-controls.ts';
import { NUMBER_CONTROLS, NUMBER_FAULTS } from './numbers.ts';
import { PLACE_FAULTS } from './place-faults.ts';
import { REFERENCE_FAULTS } from './reference-faults.ts';

export type { MadePage } from './made-page.ts';
export { CONF, FILES, SOURCE } from './project.ts';
export { SILENT_FAULTS } from './silent-faults.ts';

/** Faults that Sphinx reports, each with the place at which it must be found. */
export const FAULTS: readonly MadePage[] = [
  ...BASIC_FAULTS,
  ...PLACE_FAULTS,
  ...REFERENCE_FAULTS,
  ...FILE_FAULTS,
  ...EXCERPT_FAULTS,
  ...NUMBER_FAULTS,
  ...DOMAIN_FAULTS,
];

/** What looks like the faults and is right. */
export const CONTROLS: readonly MadePage[] = [
  ...BASIC_CONTROLS,
  ...MORE_CONTROLS,
  ...EXCERPT_CONTROLS,
  ...NUMBER_CONTROLS,
  ...DOMAIN_CONTROLS,
];
