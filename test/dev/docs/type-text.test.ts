import ts from 'typescript';
import { typeText } from '../../../lib/dev/docs/type-text';

function show(type: string): string {
  const source = ts.createSourceFile('type.ts', `type T = ${type};`, ts.ScriptTarget.ES2022, true);
  const [alias] = source.statements;
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias)) throw new Error('no alias');
  return typeText(alias.type);
}

describe('typeText', () => {
  test.each([
    ["'a' | 'b'", "'a' | 'b'"],
    ['readonly string[]', 'string[]'],
    ['Readonly<Record<string, readonly (NoInfer<P> | number)[]>>', 'Record<string, (P | number)[]>'],
    ['Readonly<Record<P, () => Map<string, P>>>', 'Record<P, () => Map<string, P>>'],
    ['NotReadonly<string>', 'NotReadonly<string>'],
    ['{\n  /** why */\n  readonly a?: string;\n  readonly b: number;\n}', '{ a?: string; b: number }'],
  ])('%s as %s', (written, shown) => {
    expect(show(written)).toBe(shown);
  });
});
