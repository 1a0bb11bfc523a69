import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

// Whole workflows, as users' repositories run them: `npm run test:e2e`. One after another: each is many processes.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['tests/e2e/**/*.e2e.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
