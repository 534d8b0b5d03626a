import { showLine } from '../../../lib/diagnostics/text/source-line';

test('a line of megabytes shows the part around the place, wherever that is', () => {
  const line = `${'a'.repeat(2_000_000)} here ${'b'.repeat(2_000_000)}`;
  const shown = showLine(line, 2_000_002, 40);
  expect(shown.text).toMatch(/^\u2026a+ here b+\u2026$/);
  expect(shown.text.slice(shown.indent, shown.indent + shown.length)).toBe('here');
  expect(showLine(line, 1, 40).text).toMatch(/^a+\u2026$/);
  expect(showLine(line, line.length, 40).text).toMatch(/^\u2026b+$/);
});
