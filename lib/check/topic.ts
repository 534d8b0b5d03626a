import { type Rule } from './rule';

/** What one rule is about, of all that an analysis of every object tells. */
export interface Topic {
  /** The analysis, which is in the file `rules/<pass>/pass/<pass>-pass`. */
  readonly pass: 'schema' | 'semantics';
  /** What of it, as the analysis names it. */
  readonly topic: string;
}

/** Beside the rules: a copy of one, which may ask something else in its `check`, is to be asked about every object. */
const TOPICS = new WeakMap<Rule, Topic>();

/** Notes that a rule of this library has something to say only of the objects of which an analysis has; returns the rule. */
export function withTopic(rule: Rule, topic: Topic): Rule {
  TOPICS.set(rule, topic);
  return rule;
}

/** The topic of a rule that has one. */
export function topicOf(rule: Rule): Topic | undefined {
  return TOPICS.get(rule);
}
