import { runAction } from '@pymaint/platform';
import { docsLinkcheck } from './docs-linkcheck.ts';

void runAction(docsLinkcheck);
