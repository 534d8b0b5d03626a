import { describeType, isShown, showValue, writeValue } from '../../../lib/check/schema/show-value';
import { type JsonValue } from '../../../lib/model/json-value';

describe('showValue', () => {
  it.each<[JsonValue, string]>([
    ['a', '"a"'],
    [3, '3'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
    [[1, 'b'], '[1, "b"]'],
    [{ port: 80, 'a b': [true] }, '{ port: 80, "a b": [true] }'],
  ])('%j', (value, text) => {
    expect(showValue(value)).toBe(text);
    expect(isShown(value)).toBe(true);
  });

  it('shows up to 60 characters whole, and cuts what is longer', () => {
    expect(isShown('x'.repeat(58))).toBe(true);
    expect(isShown('x'.repeat(59))).toBe(false);
    expect(showValue('x'.repeat(59))).toBe(`"${'x'.repeat(56)}...`);
    expect(isShown(Array.from({ length: 20 }, () => 1))).toBe(true);
    expect(isShown(Array.from({ length: 21 }, () => 1))).toBe(false);
  });

  it('does not walk all of a value that is large or deep', () => {
    let deep: JsonValue = 1;
    for (let i = 0; i < 100_000; i++) deep = { a: deep };
    expect(showValue(deep)).toHaveLength(60);
    expect(showValue(Array.from({ length: 1_000_000 }, () => deep))).toHaveLength(60);
  });
});

describe('writeValue', () => {
  it.each<[JsonValue, string]>([
    ['robot', 'robot'],
    ['a/b.c', 'a/b.c'],
    ['yes', '"yes"'],
    ['8080', '"8080"'],
    [8080, '8080'],
    ['a b', '"a b"'],
  ])('%j', (value, text) => expect(writeValue(value)).toBe(text));
});

describe('describeType', () => {
  it.each<[JsonValue, string]>([
    [null, 'null'],
    ['', 'text'],
    [1, 'an integer'],
    [1.5, 'a number'],
    [true, 'the boolean true'],
    [[], 'a list'],
    [{}, 'a map'],
  ])('%j is %s', (value, text) => expect(describeType(value)).toBe(text));
});
