import type { Palette } from './palette.ts';
import type { Sources } from './source-lines.ts';

/** What the parts of the terminal's report share. */
export interface TerminalStyle {
  readonly width: number;
  readonly paint: Palette;
  readonly verbose: boolean;
  readonly sources: Sources;
}
