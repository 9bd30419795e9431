import { defineConfig } from 'vitest/config'

/** `fast` is pure and blocks the network; `slow` starts real parts: processes, models, browsers, labelled data. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['packages/*/src/**/*.test.ts', '{tools,docs,examples}/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts'],
          // Files share their worker's modules: loading the same graph for each of them was two thirds of the time.
          isolate: false,
          setupFiles: ['packages/testkit/src/block-network.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: [
            'packages/*/src/**/*.slow.test.ts',
            'examples/**/*.slow.test.ts',
            'docs/**/*.slow.test.ts',
            'tools/**/*.slow.test.ts',
            'e2e/**/*.slow.test.ts',
          ],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
