/** A priority queue: `pop` gives the smallest by `compare`. */
export class BinaryHeap<T> {
  private readonly items: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  push(item: T): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfLess(at, parent)) return;
      at = parent;
    }
  }

  pop(): T | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (this.items.length === 0 || last === undefined) return top;
    this.items[0] = last;
    for (let at = 0; ;) {
      const right = 2 * at + 2;
      const left = right - 1;
      const child = this.isLess(right, left) ? right : left;
      if (!this.swapIfLess(child, at)) return top;
      at = child;
    }
  }

  private isLess(a: number, b: number): boolean {
    const [x, y] = [this.items[a], this.items[b]];
    return x !== undefined && y !== undefined && this.compare(x, y) < 0;
  }

  private swapIfLess(a: number, b: number): boolean {
    const [x, y] = [this.items[a], this.items[b]];
    if (x === undefined || y === undefined || this.compare(x, y) >= 0) return false;
    this.items[a] = y;
    this.items[b] = x;
    return true;
  }
}
