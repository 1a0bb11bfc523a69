import { prove } from './prove.ts';
import { tomlkit } from './projects.ts';

prove(tomlkit);
