export const SCALAR = 0;
export const MAPPING = 1;
export const SEQUENCE = 2;
export const ALIAS = 3;

/** A part of a document as it is written, before any text is taken for a number or a boolean. */
export class YamlNode {
  /** Of a mapping: key, value, key, value, ... Of a sequence: its items. */
  readonly children: YamlNode[];
  /** What an alias stands for. */
  target: YamlNode | undefined;

  constructor(
    readonly kind: number,
    /** Offset of its first character, that of a tag or an anchor if it has one. */
    readonly start: number,
    /** Text of a scalar, name of an alias. */
    readonly value: string,
    /** Full form of the tag; empty without one. */
    readonly tag: string,
    /** Whether the text of a scalar tells its type: it has neither quotes nor a tag. */
    readonly plain: boolean,
  ) {
    this.children = kind === MAPPING || kind === SEQUENCE ? [] : NO_CHILDREN;
  }
}

const NO_CHILDREN: YamlNode[] = [];
