import { runAction } from '@pymaint/platform';
import { changelogVerify } from './changelog-verify.ts';

void runAction(changelogVerify);
