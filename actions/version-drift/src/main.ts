import { runAction } from '@pymaint/platform';
import { versionDrift } from './version-drift.ts';

void runAction(versionDrift);
