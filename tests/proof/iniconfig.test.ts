import { prove } from './prove.ts';
import { iniconfig } from './projects.ts';

prove(iniconfig);
