import { expect, it } from 'vitest';
import { whyNoInstaller } from './dist.ts';

it('a packager that cannot fetch, refuses, or says nothing is told in one sentence', () => {
  expect(whyNoInstaller('  • packaging\n  ⨯ cannot download the archive  failedTask=build stackTrace=Error: x\n    at y')).toBe(
    'The installer was not made: a tool of the packager is not on this machine and could not be fetched.');
  expect(whyNoInstaller('  ⨯ Please specify author  failedTask=build stackTrace=Error: x\n    at y (file.js:1)')).toBe('The installer was not made: Please specify author.');
  expect(whyNoInstaller('')).toBe('The installer was not made: the packager ended without a reason.');
});
