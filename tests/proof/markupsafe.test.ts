import { prove } from './prove.ts';
import { markupsafe } from './projects.ts';

prove(markupsafe);
