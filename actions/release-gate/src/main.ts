import { runAction } from '@pymaint/platform';
import { releaseGate } from './release-gate.ts';

void runAction(releaseGate);
