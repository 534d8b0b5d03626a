import { markdownBlock, markdownCode, markdownText } from '../../lib/diagnostics/markdown-text';

it.each([
  ['Service `shop/cart` selects', 'Service `shop/cart` selects'],
  ['a*b_c[d](e)<b>|x', 'a\\*b\\_c\\[d\\](e)\\<b\\>\\|x'],
  ['an odd ` backtick', 'an odd \\` backtick'],
  ['mail @team and #12', 'mail \\@<!-- -->team and \\#<!-- -->12'],
  ['50% & more', '50\\% \\& more'],
  ['http://evil and www.evil', 'http:\\//evil and w\\ww.evil'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['# heading', '\\# heading'],
  ['two\nlines', 'two<br>\nlines'],
  ['esc\u001b', 'esc␛'],
])('%j becomes %j', (text, markdown) => {
  expect(markdownText(text)).toBe(markdown);
});

it.each([
  ['plain', '`plain`'],
  ['a`b', '``a`b``'],
  ['``', '``` `` ```'],
  [' x ', '`  x  `'],
])('code %j becomes %j', (text, markdown) => {
  expect(markdownCode(text)).toBe(markdown);
});

it('fences a block with more backticks than it holds', () => {
  expect(markdownBlock('text', 'a\n```\nb')).toBe('````text\na\n```\nb\n````');
});
