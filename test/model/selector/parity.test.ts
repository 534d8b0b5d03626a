import { type LabelSelector } from '../../../lib/model/label-selector';
import { formatSelector } from '../../../lib/model/selector/format-selector';
import { fromLabelSelector } from '../../../lib/model/selector/from-label-selector';
import { labelSelectorErrors } from '../../../lib/model/selector/label-selector-errors';
import { parseSelector } from '../../../lib/model/selector/parse-selector';
import { SelectorError } from '../../../lib/model/selector/selector-error';
import fixture from '../fixtures/selectors.json';

function parsed(text: string): [text: string, formatted: string | null, error: string | null] {
  try {
    return [text, formatSelector(parseSelector(text)), null];
  } catch (error) {
    if (error instanceof SelectorError) return [text, null, error.message];
    throw error;
  }
}

test('queries are read, written and refused as labels.Parse does', () => {
  expect(fixture.queries.map(([text]) => parsed(text ?? ''))).toEqual(fixture.queries);
});

test('label selectors are checked and written as the server does', () => {
  for (const [selector, errors, formatted] of fixture.labelSelectors as [
    LabelSelector,
    string[],
    string | null,
  ][]) {
    const found = labelSelectorErrors(selector);
    expect([selector, found.map(({ path, message }) => `${path}: ${message}`)]).toEqual([selector, errors]);
    if (errors.length === 0) expect(formatSelector(fromLabelSelector(selector))).toBe(formatted);
  }
});
