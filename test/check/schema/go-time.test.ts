import { isGoTime } from '../../../lib/check/schema/go-time';

// Each verdict is kube-apiserver's, 1.36.
describe('isGoTime', () => {
  it.each([
    '2026-01-31T00:00:00Z',
    '2026-01-31T0:00:00Z',
    '2026-01-31T23:59:59.123456789+02:00',
    '2024-02-29T00:00:00Z',
  ])('reads %s', (text) => expect(isGoTime(text, false)).toBe(true));

  it.each([
    '2026-01-31',
    '2026-01-31T00:00:00',
    '2026-01-31T00:00Z',
    '2026-01-31 00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31t00:00:00z',
  ])('refuses %s', (text) => expect(isGoTime(text, false)).toBe(false));

  it('wants six digits of fraction of a MicroTime', () => {
    expect(isGoTime('2026-01-31T00:00:00.123456Z', true)).toBe(true);
    expect(isGoTime('2026-01-31T00:00:00.123Z', true)).toBe(false);
    expect(isGoTime('2026-01-31T00:00:00Z', true)).toBe(false);
  });
});
