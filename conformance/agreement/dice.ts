import { Random } from '../patterns/random';

/** An object of the API on its way: makers and mutations write to it. */
export type Json = string | number | boolean | null | Json[] | JsonMap;
export interface JsonMap {
  [field: string]: Json;
}

/** Optional fields, each made when it is taken. */
export type Options = Readonly<Record<string, () => Json>>;

/** Chance for objects: what comes out depends on the seed alone. */
export class Dice extends Random {
  constructor(seed: string) {
    super(hash32(seed));
  }

  /** Some of the optional fields. */
  opt(options: Options, of = 0.25): JsonMap {
    const taken: JsonMap = {};
    for (const [field, make] of Object.entries(options)) if (this.chance(of)) taken[field] = make();
    return taken;
  }

  /** One of a list. */
  of<T>(list: readonly T[]): T {
    const found = list[this.int(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** `from` to `to` of a list, all different, in an order of their own. */
  sample<T>(list: readonly T[], from: number, to = list.length): T[] {
    return this.shuffle(list).slice(0, this.int(from, Math.min(to, list.length)));
  }

  /** A DNS label. */
  label(): string {
    return this.of(['web', 'api', 'db-0', 'a', 'x1', 'cart', 'my-app', 'z9-y8', 'worker', 'edge-proxy']);
  }

  /** A DNS subdomain. */
  name(): string {
    return this.chance(0.8)
      ? this.label()
      : this.of(['web.v1', 'a.b.c', 'example.com', '0a', 'n'.repeat(63)]);
  }

  /** A qualified name, as of a label. */
  key(): string {
    return this.of(['app', 'tier', 'example.com/role', 'app.kubernetes.io/name', 'A_b.C', 'x', 'env']);
  }

  labels(from = 1, to = 3): JsonMap {
    return Object.fromEntries(
      this.sample(['app', 'tier', 'example.com/role', 'app.kubernetes.io/name', 'env'], from, to).map(
        (key) => [key, this.of(['web', '', 'v1.2', 'A_b', '0', 'blue', 'x'.repeat(63)])],
      ),
    );
  }

  text(): string {
    return this.of(['value', '', 'a b', 'Ünï', 'line\nline', '$(X)', '0', 'true', 'x'.repeat(70)]);
  }

  yes(): boolean {
    return this.chance(0.5);
  }
}

/** FNV-1a, then mixed: seeds that differ in one character have nothing in common. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
