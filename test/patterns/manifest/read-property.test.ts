import { App } from 'cdk8s';
import { readProperty } from '../../../lib/patterns/manifest/read-property';

describe('readProperty', () => {
  const fail = (message: string) => (): never => {
    throw new Error(message);
  };

  test('returns what was read', () => {
    expect(readProperty(new App(), 'a', () => 1)).toBe(1);
  });

  test('names the construct, and the property once', () => {
    expect(() => readProperty(new App(), 'a.b', fail('a.b: too much'))).toThrow(
      "App '': a.b is refused: too much",
    );
    expect(() => readProperty(new App(), 'a.b', fail('too much'))).toThrow(
      "App '': a.b is refused: too much",
    );
  });
});
