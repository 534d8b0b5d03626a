import { readDocComment } from '../../../lib/dev/docs/doc-comment';

describe('readDocComment', () => {
  test('takes the parts of a comment apart', () => {
    const doc = readDocComment(`/**
 * One line,
 * and another.
 *
 * @remarks When it rains.
 * @throws PropertyError if it does not
 * @see somewhere/else
 *
 * @example
 * \`\`\`ts
 * new Thing({
 *   at: 'user@example.com',
 * });
 * \`\`\`
 */`);
    expect(doc).toEqual({
      summary: 'One line,\nand another.',
      remarks: 'When it rains.',
      defaultValue: undefined,
      throws: ['PropertyError if it does not'],
      see: ['somewhere/else'],
      examples: ["new Thing({\n  at: 'user@example.com',\n});"],
    });
  });

  test('reads a default at the end of a line', () => {
    expect(readDocComment('/** How many. @defaultValue 1, by the API server */')).toMatchObject({
      summary: 'How many.',
      defaultValue: '1, by the API server',
    });
  });

  test('takes an example without a fence as it stands', () => {
    expect(readDocComment('/**\n * @example\n * f(1);\n * // 2\n */')?.examples).toEqual(['f(1);\n// 2']);
  });

  test('leaves other comments alone', () => {
    expect(readDocComment('/* no doc comment */')).toBeUndefined();
    expect(readDocComment('// nor this')).toBeUndefined();
  });
});
