import { type ObjectRule, type Rule } from './rule';

/** What one rule is about, of all that an analysis of every object tells. */
export interface Topic {
  /** The analysis, which is in the file `rules/<pass>/pass/<pass>-pass`. */
  readonly pass: 'schema' | 'semantics';
  /** What of it, as the analysis names it. */
  readonly topic: string;
}

/** A rule of this library that has something to say only of the objects of which an analysis has. */
export interface TopicRule extends ObjectRule {
  readonly among: Topic;
}

/** The topic of a rule that has one. */
export function topicOf(rule: Rule): Topic | undefined {
  return (rule as Partial<TopicRule>).among;
}
