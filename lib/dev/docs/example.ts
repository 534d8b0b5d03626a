import * as cdk8s from 'cdk8s';
import * as constructs from 'constructs';
import * as kubewright from 'kubewright';
import ts from 'typescript';
import { type JsonObject } from '../../model/json-value';
import { emitDocuments } from '../../render/emit-yaml';

/** The code of a doc comment, and what has to stand before it. */
export interface Example {
  /** What it is an example of, for messages: `lib/patterns/worker.ts: Worker`. */
  readonly origin: string;
  /** The code as it was written. */
  readonly code: string;
  /** The imports that a user writes over it. */
  readonly imports: string;
}

/** What an example makes. */
export interface ExampleResult {
  readonly yaml: string;
  /** The kinds of its objects, each once, in order. */
  readonly kinds: readonly string[];
}

/** What every example of a pattern finds around it. */
export const SURROUNDINGS = `const app = new App();
const chart = new Chart(app, 'example', { namespace: 'shop' });`;

const MODULES: Readonly<Record<string, object>> = { cdk8s, constructs, kubewright };

/** Prepares the code of a doc comment; `importsOf` says where a name comes from, undefined for its own. */
export function readExample(
  origin: string,
  code: string,
  moduleOf: (name: string) => string | undefined,
): Example {
  const byModule = new Map<string, Set<string>>();
  for (const name of freeNames(code)) {
    const module = moduleOf(name);
    if (module !== undefined) byModule.set(module, (byModule.get(module) ?? new Set<string>()).add(name));
  }
  const imports = [...byModule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import { ${[...names].sort().join(', ')} } from '${module}';`)
    .join('\n');
  return { origin, code, imports };
}

/**
 * The example as a module that can be compiled and run: with the frame around it, unless it has its own, or
 * imports as a whole program does.
 */
export function exampleModule({ code, imports }: Example): string {
  const declaresApp = /\bconst app\b/.test(code);
  const alone = declaresApp || /^import /m.test(code);
  return [
    alone ? '' : "import { App, Chart } from 'cdk8s';",
    imports,
    alone ? '' : SURROUNDINGS,
    code,
    alone && !declaresApp ? 'export {};' : 'export { app };',
    '',
  ].join('\n');
}

/** Runs an example, and renders all that it placed in its app. */
export function runExample(example: Example): ExampleResult {
  const { outputText } = ts.transpileModule(exampleModule(example), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exported: { app?: cdk8s.App } = {};
  // The code is that of our own doc comments, compiled a moment ago.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function('require', 'exports', outputText) as (
    require: (name: string) => object,
    exports: object,
  ) => void;
  run((name) => {
    const module = MODULES[name];
    if (module === undefined) throw new Error(`the example of ${example.origin} imports '${name}'`);
    return module;
  }, exported);
  const objects = (exported.app?.charts ?? []).flatMap((chart) => chart.toJson() as JsonObject[]);
  const kinds = [...new Set(objects.flatMap(({ kind }) => (typeof kind === 'string' ? [kind] : [])))];
  return { yaml: emitDocuments(objects), kinds };
}

/** The names that a piece of code uses without declaring them. */
function freeNames(code: string): ReadonlySet<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isKey =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node);
      if (!isKey) used.add(node.text);
    }
    if (ts.isImportSpecifier(node)) declared.add(node.name.text);
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name)) {
      declared.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true));
  return new Set([...used].filter((name) => !declared.has(name)));
}
