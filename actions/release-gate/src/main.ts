import { runAction } from '@pymaint/platform';
import { releaseGate } from './release-gate.ts';

await runAction(releaseGate);
