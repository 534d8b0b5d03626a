import { goQuote } from '../../../model/go/strings';

/** How many indexes a text such as `1,3-5` names, or what is wrong with it. */
export type IndexCount = { readonly count: number } | { readonly error: string };

/** validateIndexesFormat in pkg/apis/batch/validation/validation.go: increasing numbers and ranges, below the completions. */
export function indexCount(text: string, completions: number): IndexCount {
  let count = 0;
  let last: number | undefined;
  if (text === '') return { count };
  for (const part of text.split(',')) {
    const interval = parseInterval(part, completions);
    if (typeof interval === 'string') return { error: interval };
    const [from, to] = interval;
    if (last !== undefined && last >= from) return { error: notIncreasing(last, from) };
    count += to - from + 1;
    last = to;
  }
  return { count };
}

/** parseIndexInterval. */
function parseInterval(text: string, completions: number): readonly [number, number] | string {
  const limits = text.split('-');
  if (limits.length > 2) {
    return `the fragment ${goQuote(text)} violates the requirement that an index interval can have at most two parts separated by '-'`;
  }
  const numbers: number[] = [];
  for (const limit of limits) {
    if (!/^\+?[0-9]+$/.test(limit)) return `cannot convert string to integer for index: ${goQuote(limit)}`;
    const number = Number(limit);
    if (number >= completions) return `too large index: ${goQuote(limit)}`;
    numbers.push(number);
  }
  const [from = 0, to] = numbers;
  if (to === undefined) return [from, from];
  return from >= to ? notIncreasing(from, to) : [from, to];
}

function notIncreasing(previous: number, current: number): string {
  return `non-increasing order, previous: ${String(previous)}, current: ${String(current)}`;
}
