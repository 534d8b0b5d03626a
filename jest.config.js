/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/examples'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023' }, sourceMaps: 'inline' }] },
  // Tests import the public name as users do, and run the source without a build.
  moduleNameMapper: { '^kubewright$': '<rootDir>/lib/index.ts', '^kubewright/(.+)$': '<rootDir>/lib/$1' },
};
