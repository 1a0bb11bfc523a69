import { runAction } from '@pymaint/platform';
import { docsLinkcheck } from './docs-linkcheck.ts';

await runAction(docsLinkcheck);
