/** A result, so that undefined is one too. */
interface Kept<R> {
  readonly result: R;
}

/**
 * What was made of objects, kept while somebody works with them (`Memo.during`), such as a check, and otherwise not at all. Not
 * a `WeakMap`: tables of weak references that grow by thousands are gone through by each garbage collection, which takes
 * a sixth longer for them.
 */
export class Memo<K extends object, R> {
  /** Those that keep something. */
  private static used: { clear(): void }[] = [];
  private static works = 0;

  private readonly kept = new Map<K, Kept<R>>();

  /** Does some work, and forgets what was kept meanwhile, unless it is a part of other work. */
  static during<T>(work: () => T): T {
    Memo.works++;
    try {
      return work();
    } finally {
      Memo.works--;
      if (Memo.works === 0) {
        for (const kept of Memo.used) kept.clear();
        Memo.used = [];
      }
    }
  }

  /** What is kept of an object; undefined if nothing is. */
  find(key: K): Kept<R> | undefined {
    return this.kept.get(key);
  }

  /** Keeps a result if there is work to keep it for, and returns it. */
  keep(key: K, result: R): R {
    if (Memo.works > 0) {
      if (this.kept.size === 0) Memo.used.push(this.kept);
      this.kept.set(key, { result });
    }
    return result;
  }
}
