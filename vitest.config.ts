import { defineConfig } from 'vitest/config';

// Tests run the TypeScript sources themselves, so coverage and stack traces speak of them.
const conditions = ['@pymaint/source', 'module', 'node', 'development|production'];

// A file for the results as JSON, for scripts that count them.
const results = process.env['PYMAINT_TEST_RESULTS'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'actions/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    ...(results && { reporters: ['default', 'json'], outputFile: { json: results } }),
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
