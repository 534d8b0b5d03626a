import { CelError } from './cel-error';
import { type CelNode } from './cel-node';
import { type CelScope } from './cel-scope';
import {
  type Bindings,
  type CelType,
  celType,
  DYN,
  formatCelType,
  isAssignable,
  substitute,
} from './cel-type';
import { checkMacro } from './check-macro';
import { refuseLiterals } from './refuse-literals';
import { TYPE_NAMES } from './type-names';

/**
 * The type of an expression (github.com/google/cel-go/checker/checker.go).
 *
 * @throws CelError at the first thing that is wrong
 */
export function checkCel(node: CelNode, scope: CelScope): CelType {
  switch (node.kind) {
    case 'literal':
      return celType(node.type);
    case 'ident':
      return identType(node.name, scope) ?? undeclared(node.name, node);
    case 'select':
      return selectType(node, scope);
    case 'call':
      return checkMacro(node, scope) ?? callType(node, scope);
    case 'list':
      return celType(
        'list',
        joined(node.items, scope, ({ value }) => value, unwrapOptional),
      );
    case 'map':
      return celType(
        'map',
        joined(
          node.entries,
          scope,
          ({ key }) => key,
          (type) => type,
        ),
        joined(node.entries, scope, ({ value }) => value, unwrapOptional),
      );
    case 'message':
      for (const value of node.values) checkCel(value, scope);
      return node.name.startsWith('google.protobuf.') ? DYN : undeclared(node.name, node);
  }
}

function undeclared(name: string, { offset }: CelNode): never {
  throw new CelError(`undeclared reference to '${name}' (in container '')`, offset);
}

function identType(name: string, { environment, locals }: CelScope): CelType | undefined {
  const known = locals.get(name) ?? environment.variables.get(name);
  if (known !== undefined) return known;
  return TYPE_NAMES.has(name) ? celType('type', DYN) : undefined;
}

function selectType(node: CelNode & { kind: 'select' }, scope: CelScope): CelType {
  const qualified = node.optional ? undefined : qualifiedName(node);
  const variable = qualified === undefined ? undefined : identType(qualified, scope);
  if (variable !== undefined) return variable;
  const operand = checkCel(node.operand, scope);
  const isOptional = operand.name === 'optional';
  const type = fieldType(isOptional ? (operand.of[0] ?? DYN) : operand, node, scope);
  return isOptional || node.optional ? celType('optional', type) : type;
}

function fieldType(operand: CelType, node: CelNode & { kind: 'select' }, { environment }: CelScope): CelType {
  if (operand === DYN) return DYN;
  if (operand.name === 'map') return operand.of[1] ?? DYN;
  const fields = environment.fields.get(operand.name);
  if (fields === undefined) {
    throw new CelError(`type '${formatCelType(operand)}' does not support field selection`, node.offset);
  }
  const type = fields.get(node.field);
  if (type === undefined) throw new CelError(`undefined field '${node.field}'`, node.offset);
  return type;
}

/** `a.b.c`, where it is made of nothing but names. */
function qualifiedName(node: CelNode): string | undefined {
  if (node.kind === 'ident') return node.name;
  if (node.kind !== 'select' || node.optional) return undefined;
  const operand = qualifiedName(node.operand);
  return operand === undefined ? undefined : `${operand}.${node.field}`;
}

function callType(node: CelNode & { kind: 'call' }, scope: CelScope): CelType {
  const { name, target, args } = node;
  const { environment, locals } = scope;
  if (target !== undefined) {
    // `sets.contains(a, b)`: a function whose name has dots in it.
    const prefix = qualifiedName(target);
    const first = prefix?.split('.', 1)[0] ?? '';
    const overloads = prefix === undefined ? undefined : environment.overloads(`${prefix}.${name}`);
    if (overloads !== undefined && !locals.has(first)) {
      return resolve(
        node,
        `${prefix ?? ''}.${name}`,
        args.map((arg) => checkCel(arg, scope)),
        scope,
        false,
      );
    }
  }
  const inner = name === 'format' ? { ...scope, isFormatted: true } : scope;
  const types = args.map((arg) => checkCel(arg, inner));
  if (target === undefined) refuseLiterals(name, args[0]);
  return target === undefined
    ? resolve(node, name, types, scope, false)
    : resolve(node, name, [checkCel(target, scope), ...types], scope, true);
}

/** The result of the overloads that take the arguments; `dyn` where they differ (resolveOverload). */
function resolve(
  node: CelNode,
  name: string,
  types: readonly CelType[],
  { environment }: CelScope,
  onTarget: boolean,
): CelType {
  const overloads = environment.overloads(name);
  if (overloads === undefined) undeclared(name, node);
  let result: CelType | undefined;
  for (const overload of overloads) {
    if (overload.onTarget !== onTarget || overload.args.length !== types.length) continue;
    const bindings: Bindings = new Map();
    if (!overload.args.every((arg, index) => isAssignable(types[index] ?? DYN, arg, bindings))) continue;
    const type = substitute(overload.result, bindings);
    if (result === undefined) result = type;
    else if (formatCelType(result) !== formatCelType(type)) result = DYN;
  }
  if (result !== undefined) return result;
  const [first, ...rest] = types.map(formatCelType);
  const applied = onTarget
    ? `${first ?? ''}.(${rest.join(', ')})`
    : `(${types.map(formatCelType).join(', ')})`;
  throw new CelError(`found no matching overload for '${name}' applied to '${applied}'`, node.offset);
}

/**
 * The type that all have (HomogeneousAggregateLiterals); where literals are looked into, one that is not known is not that of
 * others either, but in what is formatted.
 */
function joined<T extends { readonly optional: boolean }>(
  items: readonly T[],
  scope: CelScope,
  nodeOf: (item: T) => CelNode,
  unwrap: (type: CelType, optional: boolean) => CelType,
): CelType {
  let type: CelType | undefined;
  for (const item of items) {
    const node = nodeOf(item);
    const next = unwrap(checkCel(node, scope), item.optional);
    const isStrict = scope.environment.features.has('same-items') && scope.isFormatted !== true;
    if (type === undefined) type = next;
    else if (!isAssignable(next, type, new Map()) || (isStrict && next.name !== type.name)) {
      throw new CelError(
        `expected type '${formatCelType(type)}' but found '${formatCelType(next)}'`,
        node.offset,
      );
    } else if (next === DYN) type = DYN;
  }
  return type ?? DYN;
}

function unwrapOptional(type: CelType, optional: boolean): CelType {
  return optional && type.name === 'optional' ? (type.of[0] ?? DYN) : type;
}
