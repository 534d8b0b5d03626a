/** A result, so that undefined is one too. */
interface Kept<R> {
  readonly result: R;
}

/**
 * What was made of objects, until `Memo.forgetAll` is called, which the check does when it is done. Not a `WeakMap`: tables of
 * weak references that grow by thousands are gone through by each garbage collection, which takes a fifth longer for them.
 */
export class Memo<K extends object, R> {
  /** Those that keep something. */
  private static used: { clear(): void }[] = [];

  private readonly kept = new Map<K, Kept<R>>();

  /** Forgets what all memos keep. */
  static forgetAll(): void {
    for (const kept of Memo.used) kept.clear();
    Memo.used = [];
  }

  /** What is kept of an object; undefined if nothing is. */
  find(key: K): Kept<R> | undefined {
    return this.kept.get(key);
  }

  /** Keeps a result, and returns it. */
  keep(key: K, result: R): R {
    if (this.kept.size === 0) Memo.used.push(this.kept);
    this.kept.set(key, { result });
    return result;
  }
}
