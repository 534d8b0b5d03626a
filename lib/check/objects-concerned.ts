import { type ObjectEntry } from '../model/object-entry';
import { type ObjectPass } from './object-pass';
import { type ObjectRule } from './rule';
import { type CheckContext } from './rule-context';
import { type Topic, topicOf } from './topic';

type Analysis = (context: CheckContext) => ObjectPass<unknown>;

/**
 * Those objects of its kinds that a rule has to be asked about: all, but for rules that share an analysis which knows
 * that it has nothing to say of the others. The file of such a rule is not even loaded where there are none.
 *
 * @param ofItsKinds - all objects of the rule's kinds
 */
export function objectsConcerned(
  rule: ObjectRule,
  context: CheckContext,
  ofItsKinds: readonly ObjectEntry[],
): readonly ObjectEntry[] {
  const topic = topicOf(rule);
  if (topic === undefined || ofItsKinds.length === 0) return ofItsKinds;
  const some = context.once(analysisOf(topic)).having(topic.topic);
  if (some.length === 0 || ofItsKinds === context.set.entries) return some;
  const own = new Set(ofItsKinds);
  return some.filter((entry) => own.has(entry));
}

/** Loaded when it is asked for: it is most of what there is to load. */
function analysisOf({ pass }: Topic): Analysis {
  const exported = module.require(`./rules/${pass}/pass/${pass}-pass`) as Readonly<Record<string, Analysis>>;
  const analysis = exported[`${pass}Pass`];
  if (analysis === undefined) throw new Error(`there is no analysis ${pass}`);
  return analysis;
}
