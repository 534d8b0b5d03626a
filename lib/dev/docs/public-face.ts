import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { type DocComment, readDocComment } from './doc-comment';
import { compilerOptions, typeCheck } from './type-check';
import { type Example, exampleModule, readExample } from './example';

/** One thing that lib/index.ts exports. */
export interface PublicName {
  readonly name: string;
  readonly node: PublicNode;
  /** The file that declares it, from the root of the project: `lib/patterns/pod/ports.ts`. */
  readonly file: string;
  readonly doc: DocComment;
  readonly examples: readonly Example[];
}

/** How a public thing is declared that a page tells of; a constant needs none. */
export type PublicNode =
  ts.ClassDeclaration | ts.FunctionDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** The public names of the library, compiled together with the examples of their doc comments. */
export interface PublicFace {
  readonly checker: ts.TypeChecker;
  /** The file of a declaration, from the root of the project. */
  fileOf(node: ts.Node): string;
  /** In the order of lib/index.ts. */
  readonly names: ReadonlyMap<string, PublicName>;
  /** What is wrong with the examples, as the compiler says it. */
  readonly problems: readonly string[];
}

const NO_DOC: DocComment = {
  summary: '',
  remarks: undefined,
  defaultValue: undefined,
  throws: [],
  see: [],
  examples: [],
};

/** Reads lib/index.ts of the project in `root`, and type-checks the examples. */
export function readPublicFace(root: string): PublicFace {
  const index = join(root, 'lib/index.ts');
  const fileOf = (node: ts.Node): string =>
    relative(root, node.getSourceFile().fileName).split(sep).join('/');
  const plain = ts.createProgram([index], compilerOptions(root));
  const exported = exportsOf(plain, index);
  const moduleOf = (name: string): string | undefined =>
    exported.has(name) ? 'kubewright' : ['App', 'Chart'].includes(name) ? 'cdk8s' : undefined;
  const examples = new Map<string, Example>();
  const examplesOf = (name: string, file: string, doc: DocComment): readonly Example[] =>
    doc.examples.map((code, at) => {
      const example = readExample(`${file}: ${name}`, code, moduleOf);
      examples.set(join(root, `example-${name}-${at}.ts`), example);
      return example;
    });
  const described = [...exported].map(([name, node]) => {
    const file = fileOf(node);
    const doc = docOf(node) ?? NO_DOC;
    return { name, file, doc, examples: examplesOf(name, file, doc) };
  });

  const modules = new Map([...examples].map(([file, example]) => [file, exampleModule(example)]));
  const { program, problems } = typeCheck(root, modules, plain);
  const nodes = exportsOf(program, index);
  const names = described.flatMap((one): PublicName[] => {
    const node = nodes.get(one.name);
    return node === undefined ? [] : [{ ...one, node }];
  });
  return {
    checker: program.getTypeChecker(),
    fileOf,
    names: new Map(names.map((one) => [one.name, one])),
    problems: problems.map(({ file, message }) => `${examples.get(file)?.origin ?? file}: ${message}`),
  };
}

/** The doc comment of a declaration. */
export function docOf(node: ts.Node): DocComment | undefined {
  const text = node.getSourceFile().text;
  const last = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  return last && readDocComment(text.slice(last.pos, last.end));
}

function exportsOf(program: ts.Program, index: string): ReadonlyMap<string, PublicNode> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(index);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${index} is no module`);
  return new Map(
    checker.getExportsOfModule(module).flatMap((symbol): [string, PublicNode][] => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const node = target.declarations?.find(isPublicNode);
      return node === undefined ? [] : [[symbol.name, node]];
    }),
  );
}

function isPublicNode(node: ts.Node): node is PublicNode {
  return (
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}
