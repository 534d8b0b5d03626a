import { holdsFreeKeys, keyRank } from './key-order';
import { formatKey, hasLoneSurrogate } from './yaml-text';

/** A key as it is written at one depth, before a collection and (`...Blank`) before a scalar. */
interface Heads {
  /** On a line of its own, from the line feed that ends the line before. */
  readonly line: string;
  readonly lineBlank: string;
  /** Behind the dash of a list item. */
  readonly inline: string;
  readonly inlineBlank: string;
}

/** What is worth knowing of a key more than once. */
export class KeyForm {
  readonly rank: number;
  readonly freeKeys: boolean;
  /** Whether UTF-8 cannot carry the key. */
  readonly malformed: boolean;
  private readonly heads: Heads[] = [];

  constructor(readonly key: string) {
    this.rank = keyRank(key);
    this.freeKeys = holdsFreeKeys(key);
    this.malformed = hasLoneSurrogate(key);
  }

  headsAt(depth: number): Heads {
    return this.heads[depth] ?? this.makeHeads(depth);
  }

  private makeHeads(depth: number): Heads {
    const indent = '  '.repeat(depth);
    const token = formatKey(this.key, indent);
    const heads = {
      line: `\n${indent}${token}`,
      lineBlank: `\n${indent}${token} `,
      inline: ` ${token}`,
      inlineBlank: ` ${token} `,
    };
    this.heads[depth] = heads;
    return heads;
  }
}
