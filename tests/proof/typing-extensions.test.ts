import { prove } from './prove.ts';
import { typingExtensions } from './projects.ts';

prove(typingExtensions);
