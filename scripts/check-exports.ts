/** Part of npm run check: every export of a package has a doc comment. */
import { allUndocumented } from './shared/exports.ts';

const bare = allUndocumented();
for (const line of bare) process.stdout.write(`${line} is exported without a doc comment\n`);
if (bare.length > 0) process.exitCode = 1;
