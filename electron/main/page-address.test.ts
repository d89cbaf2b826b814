import { expect, it } from 'vitest';
import { isAppPage, isOurs } from './page-address.ts';

it.each(['app://waymark/', 'app://waymark/index.html', 'app://waymark/index.html#/students', 'app://waymark/index.html?x=1'])('%s is the app’s page', (address) => {
  expect(isAppPage(address)).toBe(true);
});
it.each(['app://waymark/print.html', 'app://waymark/assets/index.js', 'app://waymark/other'])('%s is ours, but not the app’s page', (address) => {
  expect(isOurs(address)).toBe(true);
  expect(isAppPage(address)).toBe(false);
});
it.each(['', 'about:blank', 'app://', 'app://other/index.html', 'app://waymark.example.org/', 'app://waymark:1/index.html', 'app://a@waymark/index.html', 'https://waymark/index.html', 'file:///index.html', 'data:text/html,x', 'javascript:1', 'app:waymark/index.html'])('%s is not ours', (address) => {
  expect(isOurs(address)).toBe(false);
});
