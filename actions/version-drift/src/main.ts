import { runAction } from '@pymaint/platform';
import { versionDrift } from './version-drift.ts';

await runAction(versionDrift);
