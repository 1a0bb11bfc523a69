import { prove } from './prove.ts';
import { colorama } from './projects.ts';

prove(colorama);
