import { type CelType, parseCelType } from './cel-type';

/** One way to call a function. */
export interface CelOverload {
  /** With what it is called on before them, if it is called on something. */
  readonly args: readonly CelType[];
  readonly onTarget: boolean;
  readonly result: CelType;
}

/**
 * Reads a signature: `size(string): int` of a function, `string#size(): int` of one that is called on a value.
 *
 * @returns The name of the function, and the overload.
 */
export function parseSignature(text: string): readonly [name: string, overload: CelOverload] {
  const open = text.indexOf('(');
  const close = text.lastIndexOf('):');
  const head = text.slice(0, open);
  const hash = head.indexOf('#');
  const list = text.slice(open + 1, close);
  // As the types of a list of as many.
  const args = list.trim() === '' ? [] : parseCelType(`args<${list}>`).of;
  const target = hash < 0 ? [] : [parseCelType(head.slice(0, hash))];
  return [
    head.slice(hash + 1),
    { args: [...target, ...args], onTarget: hash >= 0, result: parseCelType(text.slice(close + 2).trim()) },
  ];
}
