export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/esbuild-transform.mjs' },
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist'],
  // A net for what hangs, not a measure: a busy machine may need its time.
  testTimeout: 600_000,
  // On two cores jest would take one worker; the tests mostly wait for a simulator, a browser or a child process.
  maxWorkers: 3,
  reporters: ['default', '<rootDir>/test/count-reporter.mjs'],
};
