import { type CelEnvironment } from './cel-environment';
import { CelError } from './cel-error';
import { type CelType, formatCelType } from './cel-type';
import { checkCel } from './check-cel';
import { parseCel } from './parse-cel';

/** What became of an expression: its type, or what is wrong with it in words near the server's. */
export type CompiledCel = { readonly type: CelType } | { readonly error: string };

/** Parses an expression and checks its types, as the server does before it stores one. */
export function compileCel(expression: string, environment: CelEnvironment): CompiledCel {
  try {
    const node = parseCel(expression, { optional: environment.features.has('optional') });
    return { type: checkCel(node, { environment, locals: new Map(), typeOf: checkCel }) };
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    return {
      error: `compilation failed: ERROR: <input>:${placeOf(expression, error.offset)}: ${error.message}`,
    };
  }
}

/**
 * Why the server does not take an expression that has to evaluate to one of some types; undefined when it does. What is
 * only known when it runs (`dyn`) is no boolean (CompileCELExpression in
 * k8s.io/apiserver/pkg/admission/plugin/cel/compile.go).
 */
export function celProblem(
  expression: string,
  environment: CelEnvironment,
  types: readonly string[],
): string | undefined {
  const compiled = compileCel(expression, environment);
  if ('error' in compiled) return compiled.error;
  const type = formatCelType(compiled.type);
  if (types.includes(type)) return undefined;
  return types.length === 1
    ? `must evaluate to ${types.join()} but got ${type}`
    : `must evaluate to one of [${types.join(' ')}] but got ${type}`;
}

/** Line and column, from 1. */
function placeOf(expression: string, offset: number): string {
  const before = expression.slice(0, offset).split('\n');
  return `${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`;
}
