import { hasObjectOfKinds } from './objects-of-kinds';
import { type ObjectRule, type Rule, type RuleFacts } from './rule';
import { type RuleContext } from './rule-context';
import { type Topic, withTopic } from './topic';

/** What the index says of a rule of this library: enough to know whether it has anything to look at. */
export interface RuleStub extends Pick<
  RuleFacts,
  'code' | 'name' | 'group' | 'severity' | 'isOptIn' | 'kinds'
> {
  /** Whether it is asked about each object of its kinds, or once about the set. */
  readonly asked: 'object' | 'set';
  /** What it is about, where it shares an analysis with others. */
  readonly among?: Topic;
}

/**
 * A rule whose file is loaded when the set holds an object of its kinds, or somebody asks for its texts or examples:
 * few sets have objects of all kinds, and the rules are most of this library.
 */
export function lazyRule({ code, name, group, severity, isOptIn, kinds, asked, among }: RuleStub): Rule {
  let loaded: Rule | undefined;
  const rule = (): Rule => (loaded ??= loadRule(group, name));
  let asking: ObjectRule | undefined;
  // The generator wrote `asked` by what the file has.
  const check: ObjectRule['check'] = (entry, context) => {
    asking ??= rule() as ObjectRule;
    asking.check(entry, context);
  };
  const checkSet = (context: RuleContext): void => {
    // What is about changes is about objects that are gone as well.
    const { set, baseline } = context;
    if (!hasObjectOfKinds(set, kinds) && !(baseline && hasObjectOfKinds(baseline, kinds))) return;
    const whole = rule();
    if ('checkSet' in whole) whole.checkSet(context);
  };
  const stub: Rule = Object.freeze({
    code,
    name,
    group,
    severity,
    ...(isOptIn && { isOptIn }),
    kinds: Object.freeze(kinds),
    // Own and enumerable, so that a copy with another severity is a rule as well.
    get reads() {
      return rule().reads;
    },
    get summary() {
      return rule().summary;
    },
    get explanation() {
      return rule().explanation;
    },
    get bad() {
      return rule().bad;
    },
    get good() {
      return rule().good;
    },
    ...(asked === 'set' ? { checkSet } : { check }),
  });
  if ('check' in stub) FILES.set(stub, () => rule() as ObjectRule);
  return among === undefined ? stub : withTopic(stub, among);
}

/** How to load the rule that each of the above stands for. */
const FILES = new WeakMap<ObjectRule, () => ObjectRule>();

/** The rule itself, loaded, of one that is loaded when it is needed: for who asks it about thousands of objects. */
export function loadedRule(rule: ObjectRule): ObjectRule {
  return FILES.get(rule)?.() ?? rule;
}

function loadRule(group: string, name: string): Rule {
  const { default: rule } = module.require(`./rules/${group}/${name}`) as { readonly default: Rule };
  return rule;
}
