import { type JsonObject } from '../model/json-value';
import { type Unwritable } from './describe-unwritable';
import { formatFieldPath } from '../model/field-path';
import { orderMembers } from './member-order';
import { UnwritableValueError } from './unwritable-value-error';
import { formatNumber } from './yaml-number';
import { formatBlockLiteral, hasLoneSurrogate, isPlainText, quoteText } from './yaml-text';

/**
 * Far beyond any manifest that a person or a generator of CRDs writes, and far below what readers
 * stand: Go's stop at 10,000, others overflow their stack before that.
 */
const MAX_DEPTH = 1000;

const dashes: string[] = [];

/** A root prototype is that of a literal, of whichever realm; a class has another above it. */
function isPlainObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/**
 * Writes one document. The text grows by appending, each line behind the line feed of the one before,
 * so that a line may still be continued. The path is only spelled out when a field is refused.
 */
export class DocumentWriter {
  private out = '';
  /** The way to the current field; only its first steps, as many as the field is deep, count. */
  private readonly trail: (string | number)[] = [];
  /** The latest block literal that ends in a line feed. */
  private literal = { start: 0, end: -1, value: '' };

  constructor(private readonly root: JsonObject) {}

  write(): { readonly text: string; readonly endsInLiteral: boolean } {
    if (!isPlainObject(this.root)) return this.refuse(0, { reason: 'root' });
    if (!this.writeMembers(this.root, 0, false, false)) return { text: '{}\n', endsInLiteral: false };
    const { start, end, value } = this.literal;
    const endsInLiteral = end === this.out.length;
    // Blank lines at the end of a file or before `---` are what tools trim, so text does not end there.
    if (endsInLiteral && value.endsWith('\n\n')) {
      return { text: `${this.out.slice(1, start)}${quoteText(value)}\n`, endsInLiteral: false };
    }
    return { text: `${this.out.slice(1)}\n`, endsInLiteral };
  }

  /**
   * Tells whether there was a member to write. `inItem` says that the first one stands behind the
   * dash of its list item.
   */
  private writeMembers(object: JsonObject, depth: number, freeKeys: boolean, inItem: boolean): boolean {
    let inline = inItem;
    let written = false;
    for (const form of orderMembers(object, freeKeys)) {
      const value: unknown = object[form.key];
      if (value === undefined) continue;
      this.trail[depth] = form.key;
      if (form.malformed) this.refuse(depth, { reason: 'surrogate', in: 'key' });
      const heads = form.headsAt(depth);
      if (typeof value === 'object' && value !== null) {
        this.out += inline ? heads.inline : heads.line;
        this.writeCollection(value, depth, form.freeKeys && !freeKeys, false);
      } else {
        this.writeScalar(inline ? heads.inlineBlank : heads.lineBlank, value, depth);
      }
      inline = false;
      written = true;
    }
    return written;
  }

  /** Tells whether there was an item to write. */
  private writeItems(items: readonly unknown[], depth: number, inItem: boolean): boolean {
    const dash = (dashes[depth] ??= `\n${'  '.repeat(depth)}-`);
    const blankDash = `${dash} `;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const inline = inItem && index === 0;
      this.trail[depth] = index;
      if (typeof item === 'object' && item !== null) {
        this.out += inline ? ' -' : dash;
        this.writeCollection(item, depth, false, true);
      } else {
        this.writeScalar(inline ? ' - ' : blankDash, item, depth);
      }
    }
    return items.length > 0;
  }

  private writeCollection(value: object, depth: number, freeKeys: boolean, inItem: boolean): void {
    if (depth + 1 >= MAX_DEPTH) this.refuseDepth();
    if (Array.isArray(value)) {
      if (!this.writeItems(value, depth + 1, inItem)) this.out += ' []';
    } else if (isPlainObject(value)) {
      if (!this.writeMembers(value, depth + 1, freeKeys, inItem)) this.out += ' {}';
    } else {
      this.refuse(depth + 1, { reason: 'value', value });
    }
  }

  private writeScalar(head: string, value: unknown, depth: number): void {
    if (typeof value !== 'string') this.out += head + this.formatScalar(value, depth);
    else if (isPlainText(value)) this.out += head + value;
    else this.writeAwkwardText(head, value, depth);
  }

  private writeAwkwardText(head: string, value: string, depth: number): void {
    if (hasLoneSurrogate(value)) this.refuse(depth + 1, { reason: 'surrogate', in: 'value' });
    this.out += head;
    const start = this.out.length;
    const block = formatBlockLiteral(value, '  '.repeat(depth + 1));
    this.out += block ?? quoteText(value);
    if (block !== undefined && value.endsWith('\n')) {
      this.literal = { start, end: this.out.length, value };
    }
  }

  private formatScalar(value: unknown, depth: number): string {
    if (typeof value === 'number' && Number.isFinite(value)) return formatNumber(value);
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (value === null) return 'null';
    return this.refuse(depth + 1, { reason: 'value', value });
  }

  /** What never ends is a cycle; only then is it worth the time to find where it closes. */
  private refuseDepth(): never {
    const seen = new Map<unknown, number>();
    let value: unknown = this.root;
    for (const [depth, step] of this.trail.entries()) {
      const ancestor = seen.get(value);
      if (ancestor !== undefined) {
        this.refuse(depth, { reason: 'cycle', ancestor: formatFieldPath(this.trail.slice(0, ancestor)) });
      }
      seen.set(value, depth);
      value = (value as Record<string | number, unknown>)[step];
    }
    return this.refuse(this.trail.length, { reason: 'depth', limit: MAX_DEPTH });
  }

  private refuse(steps: number, fault: Unwritable): never {
    throw new UnwritableValueError(this.root, this.trail.slice(0, steps), fault);
  }
}
