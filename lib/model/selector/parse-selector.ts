import { goQuote } from '../go/strings';
import { labelKeyErrors } from '../names/label-key';
import { requirementErrors } from './requirement-errors';
import { type Requirement, type Selector, selectorOf } from './selector';
import { SelectorError } from './selector-error';
import { type Token, tokens } from './tokens';

const END: Token = { kind: 'end', text: '' };
const OPERATORS = {
  in: 'In',
  notin: 'NotIn',
  '=': 'Equals',
  '==': 'DoubleEquals',
  '!=': 'NotEquals',
  '>': 'Gt',
  '<': 'Lt',
} as const;

function isOperator(kind: Token['kind']): kind is keyof typeof OPERATORS {
  return Object.hasOwn(OPERATORS, kind);
}

/** Parser in k8s.io/apimachinery/pkg/labels: `in` and `notin` are words but where an operator stands. */
class SelectorParser {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(private readonly text: string) {
    this.tokens = tokens(text);
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    for (;;) {
      const first = this.peek();
      if (first.kind === 'end') return requirements;
      if (first.kind !== 'word' && first.kind !== '!') {
        this.fail(`found '${first.text}', expected: !, identifier, or 'end of string'`);
      }
      requirements.push(this.requirement());
      const next = this.take();
      if (next.kind === 'end') return requirements;
      if (next.kind !== ',') this.fail(`found '${next.text}', expected: ',' or 'end of string'`);
      const after = this.peek();
      if (after.kind !== 'word' && after.kind !== '!') {
        this.fail(`found '${after.text}', expected: identifier after ','`);
      }
    }
  }

  private requirement(): Requirement {
    const negated = this.peek().kind === '!';
    if (negated) this.take();
    const key = this.take();
    if (key.kind !== 'word') this.refuse(`found '${key.text}', expected: identifier`);
    const wrong = labelKeyErrors(key.text);
    if (wrong.length > 0) this.refuse(`<nil>: Invalid value: ${goQuote(key.text)}: ${wrong.join('; ')}`);
    const next = this.peek().kind;
    if (negated) return { key: key.text, operator: 'DoesNotExist', values: [] };
    if (next === 'end' || next === ',') return { key: key.text, operator: 'Exists', values: [] };

    const sign = this.tokens[this.at++] ?? END;
    if (!isOperator(sign.kind)) this.refuse(`found '${sign.text}', expected: in, notin, =, ==, !=, gt, lt`);
    const operator = OPERATORS[sign.kind];
    const values = operator === 'In' || operator === 'NotIn' ? this.values() : [this.value()];
    const requirement: Requirement = { key: key.text, operator, values };
    const [error, ...more] = [...new Set(requirementErrors(requirement))];
    if (error !== undefined) this.refuse(more.length === 0 ? error : `[${[error, ...more].join(', ')}]`);
    return requirement;
  }

  private value(): string {
    const next = this.peek();
    if (next.kind === 'end' || next.kind === ',') return '';
    this.take();
    if (next.kind !== 'word') this.refuse(`found '${next.text}', expected: identifier`);
    return next.text;
  }

  /** `(a,b)`; commas with nothing between them, and `()`, hold the empty value. */
  private values(): string[] {
    const open = this.take();
    if (open.kind !== '(') this.refuse(`found '${open.text}' expected: '('`);
    const first = this.peek();
    const values = new Set<string>();
    if (first.kind === ')') values.add('');
    else if (first.kind !== 'word' && first.kind !== ',') {
      this.refuse(`found '${first.text}', expected: ',', ')' or identifier`);
    } else this.list(values);
    this.take();
    return [...values].sort();
  }

  /** Up to the closing parenthesis, which it leaves. */
  private list(values: Set<string>): void {
    for (;;) {
      const token = this.take();
      const next = this.peek();
      if (token.kind === 'word') {
        values.add(token.text);
        if (next.kind === ')') return;
        if (next.kind !== ',') this.refuse(`found '${next.text}', expected: ',' or ')'`);
      } else if (token.kind === ',') {
        if (values.size === 0 || next.kind === ')' || next.kind === ',') values.add('');
        if (next.kind === ')') return;
      } else this.refuse(`found '${token.text}', expected: ',', or identifier`);
    }
  }

  private peek(): Token {
    const token = this.tokens[this.at] ?? END;
    return token.kind === 'in' || token.kind === 'notin' ? { ...token, kind: 'word' } : token;
  }

  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private refuse(message: string): never {
    this.fail(`unable to parse requirement: ${message}`);
  }

  private fail(message: string): never {
    throw new SelectorError(this.text, message);
  }
}

/**
 * Reads a selector as `kubectl -l` and list requests take it: `app=cart,tier in (a,b),!old,size>3`.
 * The empty text selects everything (labels.Parse in k8s.io/apimachinery).
 *
 * @throws SelectorError with the server's message.
 */
export function parseSelector(text: string): Selector {
  return selectorOf(new SelectorParser(text).parse());
}
