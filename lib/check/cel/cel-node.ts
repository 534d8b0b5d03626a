/** A node of a parsed expression; `offset` is where it begins. */
export type CelNode = { readonly offset: number } &
  /** `text` as it is written. */
  (
    | { readonly kind: 'literal'; readonly type: string; readonly text: string }
    | { readonly kind: 'ident'; readonly name: string }
    | {
        readonly kind: 'select';
        readonly operand: CelNode;
        readonly field: string;
        readonly optional: boolean;
      }
    | {
        readonly kind: 'call';
        /** Operators by their names in CEL: `_+_`, `_[_]`, `_[?_]`, `@in`. */
        readonly name: string;
        /** What it is called on; undefined for operators and functions. */
        readonly target: CelNode | undefined;
        readonly args: readonly CelNode[];
      }
    | {
        readonly kind: 'list';
        readonly items: readonly { readonly value: CelNode; readonly optional: boolean }[];
      }
    | {
        readonly kind: 'map';
        readonly entries: readonly {
          readonly key: CelNode;
          readonly value: CelNode;
          readonly optional: boolean;
        }[];
      }
    | { readonly kind: 'message'; readonly name: string; readonly values: readonly CelNode[] }
  );
