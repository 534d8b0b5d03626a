/** A type of CEL: `int`, `list(string)`, or one that an environment declares. A single capital stands for any type. */
export interface CelType {
  readonly name: string;
  readonly of: readonly CelType[];
}

const SIMPLE = new Map<string, CelType>();

/** The type of a name, with the types that it is made of. */
export function celType(name: string, ...of: readonly CelType[]): CelType {
  if (of.length > 0) return { name, of };
  let type = SIMPLE.get(name);
  if (type === undefined) {
    type = { name, of };
    SIMPLE.set(name, type);
  }
  return type;
}

export const DYN = celType('dyn');
export const BOOL = celType('bool');

/** Reads `map<string, list<int>>`. */
export function parseCelType(text: string): CelType {
  const open = text.indexOf('<');
  if (open < 0) return celType(text.trim());
  const parts: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = from; at < text.length - 1; at += 1) {
    const char = text.charAt(at);
    if (char === '<') depth += 1;
    else if (char === '>') depth -= 1;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from, text.lastIndexOf('>')));
  return celType(text.slice(0, open).trim(), ...parts.map((part) => parseCelType(part.trim())));
}

/** As cel-go prints it: `map(string, list(int))`. */
export function formatCelType({ name, of }: CelType): string {
  const called = name === 'optional' ? 'optional_type' : name;
  return of.length === 0 ? called : `${called}(${of.map(formatCelType).join(', ')})`;
}

/** Whether it stands for any type. */
export function isParameter({ name }: CelType): boolean {
  return name.length === 1;
}

/** What parameters stand for. */
export type Bindings = Map<string, CelType>;

/** Types that no null is. */
const NEVER_NULL: ReadonlySet<string> = new Set([
  'bool',
  'int',
  'uint',
  'double',
  'string',
  'bytes',
  'list',
  'map',
  'type',
]);

/**
 * Whether a value of one type may stand where another is wanted; binds the parameters of what is wanted
 * (internalIsAssignable in github.com/google/cel-go/checker/types.go).
 */
export function isAssignable(actual: CelType, wanted: CelType, bindings: Bindings): boolean {
  if (isParameter(wanted)) {
    const bound = bindings.get(wanted.name);
    if (bound === undefined) {
      bindings.set(wanted.name, actual);
      return true;
    }
    if (!isAssignable(actual, bound, bindings)) return false;
    // The more general of the two is what it stands for.
    if (actual === DYN) bindings.set(wanted.name, DYN);
    return true;
  }
  if (actual === DYN || wanted === DYN) return true;
  if (actual.name === 'null_type') return wanted.name === 'null_type' || !NEVER_NULL.has(wanted.name);
  if (wanted.name === 'null_type') return !NEVER_NULL.has(actual.name);
  return (
    actual.name === wanted.name &&
    actual.of.length === wanted.of.length &&
    actual.of.every((each, index) => isAssignable(each, wanted.of[index] ?? DYN, bindings))
  );
}

/** The type with what its parameters stand for; a parameter that stands for nothing is `dyn`. */
export function substitute(type: CelType, bindings: Bindings): CelType {
  if (isParameter(type)) return bindings.get(type.name) ?? DYN;
  return type.of.length === 0
    ? type
    : celType(type.name, ...type.of.map((each) => substitute(each, bindings)));
}
