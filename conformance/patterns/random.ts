/** A value of each option, made when the option is taken. */
export type Choices<T> = { readonly [K in keyof T]-?: () => Exclude<T[K], undefined> };

/** Chance that comes out the same for the same seed: mulberry32. */
export class Random {
  #state: number;

  constructor(
    seed: number,
    /** How often an odd value is taken where {@link odd} offers some. */
    readonly oddity = 0.04,
  ) {
    this.#state = seed >>> 0;
  }

  /** 0 to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  /** A whole number from `from` to `to`. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<const T>(...of: readonly [T, ...T[]]): T {
    return of[this.int(0, of.length - 1)] ?? of[0];
  }

  /** What somebody writes, and seldom what hardly anybody does. */
  odd<const T>(usual: T, ...odd: readonly T[]): T;
  odd<const T, const Odd extends readonly unknown[]>(usual: T, ...odd: Odd): T | Odd[number];
  odd(usual: unknown, ...odd: readonly unknown[]): unknown {
    return this.chance(this.oddity) ? odd[this.int(0, odd.length - 1)] : usual;
  }

  /** Some of the options, each taken with the same chance. */
  some<T>(choices: Choices<T>, of = 0.15): Partial<T> {
    return Object.fromEntries(
      Object.entries<() => unknown>(choices as Record<string, () => unknown>)
        .filter(() => this.chance(of))
        .map(([key, make]) => [key, make()]),
    ) as Partial<T>;
  }

  /** `from` to `to` values. */
  list<T>(from: number, to: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.int(from, to) }, (_, index) => make(index));
  }

  /** Some of `keys`, each with a value. */
  record<K extends string, T>(keys: readonly K[], make: (key: K) => T, of = 0.5): Record<K, T> {
    return Object.fromEntries(keys.filter(() => this.chance(of)).map((key) => [key, make(key)])) as Record<
      K,
      T
    >;
  }

  /** The entries in another order. */
  shuffle<T>(of: readonly T[]): T[] {
    return of
      .map((value) => [this.next(), value] as const)
      .sort(([a], [b]) => a - b)
      .map(([, value]) => value);
  }
}
