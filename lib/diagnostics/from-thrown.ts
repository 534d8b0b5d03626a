import { type Diagnostic, type DiagnosticSpan, type ObjectRef } from './diagnostic';
import { ToolCode } from './tool-codes';

/** What a rule was looking at when it threw. */
export interface ThrownContext {
  /** Codes of other rules that the same error stopped. */
  readonly otherRules?: readonly string[];
  readonly object?: ObjectRef;
  readonly spans?: readonly DiagnosticSpan[];
}

/**
 * The diagnostic for a rule that threw: the objects it was given are not checked by it, and silence
 * would look like approval.
 *
 * @param ruleCode The code of the rule, `K301`.
 * @param error Whatever was thrown.
 * @param context The object in question and where it was made, when the rule looks at one at a time.
 */
export function fromThrown(ruleCode: string, error: unknown, context: ThrownContext = {}): Diagnostic {
  const { otherRules = [], object, spans = [] } = context;
  const codes = [ruleCode, ...otherRules];
  const [rules, they, them] =
    codes.length === 1 ? ['rule', 'this rule', 'it'] : ['rules', 'these rules', 'them'];
  const about = object === undefined ? '' : ` on ${object.kind} \`${objectName(object)}\``;
  return {
    code: ToolCode.RULE_THREW,
    severity: 'error',
    title: `${rules} ${inWords(codes)} failed${about}`,
    ...(object && { object }),
    spans,
    notes: [...causes(error), `what ${they} would have found is not known`],
    help: [
      `report this to whoever wrote ${rules} ${inWords(codes)}, with the object at hand`,
      `to go on without ${them}: switch ${inWords(codes)} off in kubewright.config.ts`,
    ],
  };
}

function inWords(codes: readonly string[]): string {
  return codes.length === 1 ? codes.join() : `${codes.slice(0, -1).join(', ')} and ${codes.at(-1) ?? ''}`;
}

function objectName({ namespace, name }: ObjectRef): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** An error that is its own cause must not keep us here. */
const MOST_CAUSES = 8;

function causes(error: unknown): readonly string[] {
  const texts: string[] = [];
  for (let each: unknown = error; each !== undefined && texts.length < MOST_CAUSES;) {
    texts.push(`${texts.length === 0 ? 'it threw' : 'caused by'} ${describe(each)}`);
    each = each instanceof Error ? each.cause : undefined;
  }
  return texts.length === 0 ? ['it threw undefined'] : texts;
}

function describe(thrown: unknown): string {
  if (!isErrorLike(thrown)) return describeOther(thrown);
  const at = firstFrame(thrown.stack);
  return `${thrown.name}: ${thrown.message}${at === undefined ? '' : `\nat ${at}`}`;
}

/** `instanceof` fails for errors of another realm, such as that of a test runner. */
function isErrorLike(thrown: unknown): thrown is Error {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'message' in thrown &&
    typeof thrown.message === 'string' &&
    'name' in thrown &&
    typeof thrown.name === 'string'
  );
}

/** The innermost frame, with the file by its name alone: its folder differs between machines. */
function firstFrame(stack: unknown): string | undefined {
  if (typeof stack !== 'string') return undefined;
  const frame = /\n\s+at (.+)/.exec(stack)?.[1];
  return frame?.replace(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\\/()]*[\\/])*([^\\/()]+:\d+:\d+)/, '$1');
}

function describeOther(thrown: unknown): string {
  if (typeof thrown === 'string') return JSON.stringify(thrown);
  if (typeof thrown === 'object' && thrown !== null) {
    return `an object with the keys ${JSON.stringify(Object.keys(thrown))}`;
  }
  return String(thrown);
}
