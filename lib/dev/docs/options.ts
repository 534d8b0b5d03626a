import ts from 'typescript';
import { type DocComment } from './doc-comment';
import { docOf } from './public-face';
import { typeText } from './type-text';

/** One property that a type takes. */
export interface Option {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly doc: DocComment | undefined;
  /** Where it is declared. */
  readonly declaration: ts.PropertySignature;
  /** The interface or alias that declares it. */
  readonly group: string;
  /** The members of a union that take it, by what tells them apart: `type: 'NodePort'`. None for all of them. */
  readonly onlyWith: readonly string[];
}

/**
 * The properties of a type in the order of the source: inherited ones too, and of a union those of all its
 * members. What some member only forbids (`never`) is none of that member.
 */
export function optionsOf(checker: ts.TypeChecker, type: ts.Type): readonly Option[] {
  const members = type.isUnion() ? type.types : [type];
  const taken = members.map(
    (member) =>
      new Map(
        checker
          .getPropertiesOfType(member)
          .map((symbol) => [symbol.name, symbol] as const)
          .filter(([, symbol]) => symbol.declarations?.some(isTaken)),
      ),
  );
  const names = [...new Set(taken.flatMap((properties) => [...properties.keys()]))];
  const tag = names.find((name) =>
    taken.every((properties) => tagValue(checker, properties.get(name)) !== undefined),
  );
  return names
    .flatMap((name): Option[] => {
      const symbols = taken.map((properties) => properties.get(name));
      const declarations = [
        ...new Set(symbols.flatMap((symbol) => symbol?.declarations?.filter(isTaken) ?? [])),
      ];
      const declaration = declarations.find((one) => docOf(one) !== undefined) ?? declarations[0];
      if (declaration === undefined) return [];
      const of = taken.filter((properties) => properties.has(name));
      return [
        {
          name,
          type: [...new Set(declarations.map((one) => one.type && typeText(one.type)))].join(' | '),
          required: symbols.every((symbol) => symbol !== undefined && !isOptional(symbol)),
          doc: docOf(declaration),
          declaration,
          group: groupOf(declaration),
          onlyWith:
            tag === undefined || of.length === members.length
              ? []
              : of.map((properties) => `${tag}: ${tagValue(checker, properties.get(tag)) ?? ''}`),
        },
      ];
    })
    .sort(bySource);
}

/** The properties of the literals in the type of an option: `update.partition`. */
export function nestedOptions(option: Option): readonly Option[] {
  const { type } = option.declaration;
  if (type === undefined) return [];
  const parts: readonly ts.TypeNode[] = ts.isUnionTypeNode(type) ? type.types : [type];
  const literals = parts.filter(ts.isTypeLiteralNode);
  const nested = literals
    .flatMap(({ members }) => members.filter(isTaken))
    .map((declaration): Option => ({
      name: `${option.name}.${declaration.name.getText()}`,
      type: declaration.type === undefined ? '' : typeText(declaration.type),
      required: declaration.questionToken === undefined,
      doc: docOf(declaration),
      declaration,
      group: option.group,
      onlyWith: [],
    }));
  return nested.some(({ doc }) => doc !== undefined) ? nested : [];
}

function isTaken(node: ts.Node): node is ts.PropertySignature {
  return ts.isPropertySignature(node) && node.type?.kind !== ts.SyntaxKind.NeverKeyword;
}

function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

/** The literal that a property has in one member of a union. */
function tagValue(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): string | undefined {
  if (symbol === undefined) return undefined;
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  return type.isStringLiteral() ? `'${type.value}'` : undefined;
}

function bySource(a: Option, b: Option): number {
  const [one, other] = [a.declaration, b.declaration];
  // Files keep the order in which the type names them.
  return one.getSourceFile() === other.getSourceFile() ? one.getStart() - other.getStart() : 0;
}

function groupOf(node: ts.Node): string {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isInterfaceDeclaration(at) || ts.isTypeAliasDeclaration(at)) return at.name.text;
  }
  return '';
}
