import { CelError } from './cel-error';
import { type CelNode } from './cel-node';
import { type CelToken, tokenize } from './tokenize';

/** What the parser takes. */
export interface CelSyntax {
  /** `a.?b`, `a[?b]` and `[?a]`. */
  readonly optional: boolean;
}

/** defaultMaxRecursionDepth in github.com/google/cel-go/parser/options.go. */
const DEEPEST = 250;
/** Chains of operators and fields end far beyond what the server takes. */
const LONGEST = 1000;

/** reservedIds in github.com/google/cel-go/parser/parser.go: field names, but no variables. */
const RESERVED: ReadonlySet<string> = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' ',
  ),
);

const RELATIONS: ReadonlySet<string> = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);

/**
 * Parses an expression by the grammar of CEL (CEL.g4 in github.com/google/cel-go/parser/gen). Macros stay calls.
 *
 * @throws CelError when it is none
 */
export function parseCel(expression: string, syntax: CelSyntax): CelNode {
  return new Parser(tokenize(expression), syntax).parse();
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly CelToken[],
    private readonly syntax: CelSyntax,
  ) {}

  parse(): CelNode {
    const node = this.expression();
    if (this.token.kind !== 'end') throw this.unexpected();
    return node;
  }

  private get token(): CelToken {
    const token = this.tokens[this.at] ?? this.tokens.at(-1);
    if (token === undefined) throw new Error('there is always the end');
    return token;
  }

  private unexpected(): CelError {
    const { text, offset } = this.token;
    return new CelError(`Syntax error: mismatched input '${text}'`, offset);
  }

  private is(text: string): boolean {
    const { kind, text: found } = this.token;
    return found === text && (kind === 'symbol' || (kind === 'identifier' && text === 'in'));
  }

  private takes(text: string): boolean {
    if (!this.is(text)) return false;
    this.at += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.takes(text)) throw this.unexpected();
  }

  private expression(): CelNode {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new CelError(`expression recursion limit exceeded: ${String(DEEPEST)}`, this.token.offset);
    }
    const { offset } = this.token;
    const condition = this.binary('||', () => this.binary('&&', () => this.relation()));
    let node = condition;
    if (this.takes('?')) {
      const yes = this.binary('||', () => this.binary('&&', () => this.relation()));
      this.expect(':');
      node = operator('_?_:_', offset, condition, yes, this.expression());
    }
    this.depth -= 1;
    return node;
  }

  private binary(symbol: string, operand: () => CelNode): CelNode {
    const operands = [operand()];
    const offsets: number[] = [];
    for (;;) {
      const { offset } = this.token;
      if (!this.takes(symbol)) break;
      offsets.push(offset);
      operands.push(operand());
    }
    return balanced(`_${symbol}_`, operands, offsets);
  }

  private relation(): CelNode {
    let node = this.sum();
    for (let links = 0; RELATIONS.has(this.token.text) && this.is(this.token.text); links += 1) {
      const { text, offset } = this.token;
      this.refuseLong(links);
      this.at += 1;
      node = operator(text === 'in' ? '@in' : `_${text}_`, offset, node, this.sum());
    }
    return node;
  }

  private sum(): CelNode {
    return this.leftToRight(['+', '-'], () => this.leftToRight(['*', '/', '%'], () => this.unary()));
  }

  private leftToRight(symbols: readonly string[], operand: () => CelNode): CelNode {
    let node = operand();
    for (let links = 0; ; links += 1) {
      const { text, offset } = this.token;
      if (!symbols.includes(text) || !this.takes(text)) return node;
      this.refuseLong(links);
      node = operator(`_${text}_`, offset, node, operand());
    }
  }

  private unary(): CelNode {
    const { text, offset } = this.token;
    if (!this.is('!') && !this.is('-')) return this.member();
    let times = 0;
    while (this.takes(text)) times += 1;
    const member = this.member();
    // An even number of them is none.
    return times % 2 === 0 ? member : operator(`${text}_`, offset, member);
  }

  private member(): CelNode {
    let node = this.primary();
    for (let links = 0; ; links += 1) {
      const { offset } = this.token;
      this.refuseLong(links);
      if (this.takes('.')) {
        const optional = this.optionalMark();
        const field = this.identifier();
        node =
          !optional && this.takes('(')
            ? { kind: 'call', name: field, target: node, args: this.argumentsTo(')'), offset }
            : { kind: 'select', operand: node, field, optional, offset };
      } else if (this.takes('[')) {
        const optional = this.optionalMark();
        const index = this.expression();
        this.expect(']');
        node = operator(optional ? '_[?_]' : '_[_]', offset, node, index);
      } else {
        return node;
      }
    }
  }

  /** A chain is as deep as it is long. */
  private refuseLong(links: number): void {
    if (links < LONGEST) return;
    throw new CelError(`expression recursion limit exceeded: ${String(DEEPEST)}`, this.token.offset);
  }

  private optionalMark(): boolean {
    const { offset } = this.token;
    if (!this.takes('?')) return false;
    if (!this.syntax.optional) throw new CelError("unsupported syntax '?'", offset);
    return true;
  }

  private identifier(): string {
    const { kind, text } = this.token;
    if (kind !== 'identifier' || text === 'in' || text === 'true' || text === 'false' || text === 'null') {
      throw this.unexpected();
    }
    this.at += 1;
    return text;
  }

  private primary(): CelNode {
    const { kind, text, offset } = this.token;
    if (kind !== 'identifier' && kind !== 'symbol' && kind !== 'end') {
      this.at += 1;
      refuseOverflow(this.tokens[this.at - 1]);
      return { kind: 'literal', type: kind, text, offset };
    }
    if (kind === 'identifier' && (text === 'true' || text === 'false' || text === 'null')) {
      this.at += 1;
      return { kind: 'literal', type: text === 'null' ? 'null_type' : 'bool', text, offset };
    }
    if (this.takes('(')) {
      const node = this.expression();
      this.expect(')');
      return node;
    }
    if (this.takes('[')) return { kind: 'list', items: this.items(), offset };
    if (this.takes('{')) return { kind: 'map', entries: this.entries(), offset };
    this.takes('.');
    const name = this.identifier();
    if (this.takes('(')) {
      return { kind: 'call', name, target: undefined, args: this.argumentsTo(')'), offset };
    }
    const message = this.messageName(name);
    if (message !== undefined) return { kind: 'message', name: message, values: this.fields(), offset };
    if (RESERVED.has(name)) throw new CelError(`reserved identifier: ${name}`, offset);
    return { kind: 'ident', name, offset };
  }

  /** `a.b.C{`, whose names a message begins with; undefined where none does. */
  private messageName(first: string): string | undefined {
    let ahead = this.at;
    let name = first;
    while (this.tokens[ahead]?.text === '.' && this.tokens[ahead + 1]?.kind === 'identifier') {
      name += `.${this.tokens[ahead + 1]?.text ?? ''}`;
      ahead += 2;
    }
    const brace = this.tokens[ahead];
    if (brace?.kind !== 'symbol' || brace.text !== '{') return undefined;
    this.at = ahead + 1;
    return name;
  }

  private argumentsTo(end: string): readonly CelNode[] {
    const args: CelNode[] = [];
    if (this.takes(end)) return args;
    do args.push(this.expression());
    while (this.takes(','));
    this.expect(end);
    return args;
  }

  private items(): readonly { value: CelNode; optional: boolean }[] {
    const items: { value: CelNode; optional: boolean }[] = [];
    if (this.takes(',')) {
      this.expect(']');
      return items;
    }
    while (!this.takes(']')) {
      const optional = this.optionalMark();
      items.push({ value: this.expression(), optional });
      if (!this.takes(',')) {
        this.expect(']');
        break;
      }
    }
    return items;
  }

  private entries(): readonly { key: CelNode; value: CelNode; optional: boolean }[] {
    const entries: { key: CelNode; value: CelNode; optional: boolean }[] = [];
    if (this.takes(',')) {
      this.expect('}');
      return entries;
    }
    while (!this.takes('}')) {
      const optional = this.optionalMark();
      const key = this.expression();
      this.expect(':');
      entries.push({ key, value: this.expression(), optional });
      if (!this.takes(',')) {
        this.expect('}');
        break;
      }
    }
    return entries;
  }

  private fields(): readonly CelNode[] {
    const values: CelNode[] = [];
    while (!this.takes('}')) {
      this.optionalMark();
      this.identifier();
      this.expect(':');
      values.push(this.expression());
      if (!this.takes(',')) {
        this.expect('}');
        break;
      }
    }
    return values;
  }
}

/** Integers have 64 bits; the sign of -2^63 is part of it. */
function refuseOverflow(token: CelToken | undefined): void {
  if (token?.kind === 'int' && BigInt(token.text) > 2n ** 63n) {
    throw new CelError('invalid int literal', token.offset);
  }
  if (token?.kind === 'uint' && BigInt(token.text.slice(0, -1)) >= 2n ** 64n) {
    throw new CelError('invalid uint literal', token.offset);
  }
}

/** A tree of `&&` or `||` that is not deeper than it has to be, as upstream builds it. */
function balanced(name: string, operands: readonly CelNode[], offsets: readonly number[]): CelNode {
  const [first] = operands;
  if (first === undefined) throw new Error('there is an operand');
  if (operands.length === 1) return first;
  const middle = operands.length >> 1;
  return operator(
    name,
    offsets[middle - 1] ?? 0,
    balanced(name, operands.slice(0, middle), offsets.slice(0, middle - 1)),
    balanced(name, operands.slice(middle), offsets.slice(middle)),
  );
}

function operator(name: string, offset: number, ...args: readonly CelNode[]): CelNode {
  return { kind: 'call', name, target: undefined, args, offset };
}
