import { CelError } from './cel-error';
import { type CelNode } from './cel-node';
import { type CelScope } from './cel-scope';
import { BOOL, type CelType, celType, DYN, formatCelType, isAssignable } from './cel-type';

type Call = CelNode & { kind: 'call' };

/**
 * The type of a call that is a macro; undefined of any other call (github.com/google/cel-go/parser/macro.go,
 * cel/library.go for optional values, ext/comprehensions.go for two variables).
 */
export function checkMacro(node: Call, scope: CelScope): CelType | undefined {
  const { name, target, args } = node;
  if (target === undefined) return name === 'has' && args.length === 1 ? presence(args[0], scope) : undefined;
  const { features } = scope.environment;
  if (features.has('optional') && (name === 'optMap' || name === 'optFlatMap') && args.length === 2) {
    return optional(node, scope, target);
  }
  const one = name === 'sortBy' && !features.has('sort-by') ? undefined : macroOf(name, ONE_VARIABLE);
  if (one?.lengths.includes(args.length) === true) {
    const { element } = rangeOf(target, scope);
    return one.check(args.slice(1), withLocals(scope, [[variable(args[0], node), element]]), target, scope);
  }
  const two = features.has('two-variables') ? macroOf(name, TWO_VARIABLES) : undefined;
  if (two?.lengths.includes(args.length) !== true) return undefined;
  const { index, value } = rangeOf(target, scope);
  const locals: [string, CelType][] = [
    [variable(args[0], node), index],
    [variable(args[1], node), value],
  ];
  return two.check(args.slice(2), withLocals(scope, locals), target, scope);
}

/** A function may be called like what every object inherits. */
function macroOf(name: string, macros: Readonly<Record<string, Macro>>): Macro | undefined {
  return Object.hasOwn(macros, name) ? macros[name] : undefined;
}

interface Macro {
  /** Numbers of arguments, variables included. */
  readonly lengths: readonly number[];
  /** The type of the macro, by what follows the variables. */
  check(body: readonly CelNode[], inner: CelScope, target: CelNode, outer: CelScope): CelType;
}

const condition =
  (name: string): Macro['check'] =>
  (body, inner) => {
    for (const each of body) checkCondition(each, inner, name);
    return BOOL;
  };

/** The last is what becomes of each element; one before it is a condition. */
function transformed(body: readonly CelNode[], inner: CelScope): CelType {
  for (const each of body.slice(0, -1)) checkCondition(each, inner, '_&&_');
  const last = body.at(-1);
  return last === undefined ? DYN : inner.typeOf(last, inner);
}

const LIST: Macro['check'] = (body, inner) => celType('list', transformed(body, inner));

const ONE_VARIABLE: Readonly<Record<string, Macro>> = {
  all: { lengths: [2], check: condition('_&&_') },
  exists: { lengths: [2], check: condition('_||_') },
  exists_one: { lengths: [2], check: condition('_?_:_') },
  map: { lengths: [2, 3], check: LIST },
  filter: {
    lengths: [2],
    check(body, inner, target, outer) {
      for (const each of body) checkCondition(each, inner, '_?_:_');
      return celType('list', rangeOf(target, outer).element);
    },
  },
  sortBy: {
    lengths: [2],
    check(body, inner, target, outer) {
      transformed(body, inner);
      return celType('list', rangeOf(target, outer).element);
    },
  },
};

const TWO_VARIABLES: Readonly<Record<string, Macro>> = {
  all: { lengths: [3], check: condition('_&&_') },
  exists: { lengths: [3], check: condition('_||_') },
  existsOne: { lengths: [3], check: condition('_?_:_') },
  exists_one: { lengths: [3], check: condition('_?_:_') },
  transformList: { lengths: [3, 4], check: LIST },
  transformMap: {
    lengths: [3, 4],
    check: (body, inner, target, outer) =>
      celType('map', rangeOf(target, outer).index, transformed(body, inner)),
  },
  transformMapEntry: {
    lengths: [3, 4],
    check(body, inner) {
      const type = transformed(body, inner);
      return type.name === 'map' ? type : celType('map', DYN, DYN);
    },
  },
};

/** Throws unless the expression may be a boolean. */
function checkCondition(node: CelNode, scope: CelScope, name: string): void {
  const type = scope.typeOf(node, scope);
  if (isAssignable(type, BOOL, new Map())) return;
  throw new CelError(
    `found no matching overload for '${name}' applied to '(bool, ${formatCelType(type)})'`,
    node.offset,
  );
}

/** `has(a.b)`. */
function presence(arg: CelNode | undefined, scope: CelScope): CelType {
  if (arg?.kind !== 'select') throw new CelError('invalid argument to has() macro', arg?.offset ?? 0);
  scope.typeOf(arg, scope);
  return BOOL;
}

function optional(node: Call, scope: CelScope, target: CelNode): CelType {
  const type = scope.typeOf(target, scope);
  const element = type.name === 'optional' ? (type.of[0] ?? DYN) : DYN;
  const inner = withLocals(scope, [[variable(node.args[0], node), element]]);
  const body = node.args[1];
  const result = body === undefined ? DYN : inner.typeOf(body, inner);
  return node.name === 'optMap' || result.name !== 'optional' ? celType('optional', result) : result;
}

function variable(arg: CelNode | undefined, { offset }: CelNode): string {
  if (arg?.kind !== 'ident') throw new CelError('argument must be a simple name', arg?.offset ?? offset);
  return arg.name;
}

function withLocals(scope: CelScope, more: readonly [string, CelType][]): CelScope {
  return { ...scope, locals: new Map([...scope.locals, ...more]) };
}

/** What a macro goes over: with one variable the elements of a list and the keys of a map. */
function rangeOf(target: CelNode, scope: CelScope): { element: CelType; index: CelType; value: CelType } {
  const type = scope.typeOf(target, scope);
  if (type === DYN) return { element: DYN, index: DYN, value: DYN };
  const [first = DYN, second = DYN] = type.of;
  if (type.name === 'list') return { element: first, index: celType('int'), value: first };
  if (type.name === 'map') return { element: first, index: first, value: second };
  throw new CelError(
    `expression of type '${formatCelType(type)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
    target.offset,
  );
}
