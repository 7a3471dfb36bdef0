import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['dev'] },
  ssr: { resolve: { conditions: ['dev'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/plain-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
