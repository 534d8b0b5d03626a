import { type ObjectEntry } from '../../../../model/object-entry';
import { type Control } from '../../../pod-security/control';
import { checkedPods } from '../../../pod-security/checked-pods';
import { CONTROLS } from '../../../pod-security/controls';
import { type PodSecurityMode } from '../../../pod-security/namespace-labels';
import { type NamespacePolicy, namespacePolicies } from '../../../pod-security/namespace-policy';
import { type ObjectRule } from '../../../rule';
import { type RuleContext } from '../../../rule-context';
import { type ControlWords, describeRefusal } from './describe-refusal';
import { type ModeRefusal, refusalIn } from './refusal-in';

/** The strictest first: a control is told of once, as the worst of what becomes of the pods. */
const MODES: readonly PodSecurityMode[] = ['enforce', 'warn', 'audit'];

/** The check of a rule that reports the pods of an object that a control refuses by the labels of their namespace. */
export function checkControl(control: Control, words: ControlWords): ObjectRule['check'] {
  return (entry, context) => {
    const namespace = context.once(namespacePolicies).get(entry.namespace);
    if (namespace !== undefined) report(entry, namespace, control, words, context);
  };
}

function report(
  entry: ObjectEntry,
  namespace: NamespacePolicy,
  control: Control,
  words: ControlWords,
  context: RuleContext,
): void {
  const pods = context.once(checkedPods)(entry);
  if (pods === undefined) return;
  const { policy } = namespace;
  const refused = (by: Control, mode: PodSecurityMode, of = policy[mode]): ModeRefusal | undefined =>
    refusalIn(by, mode, of, pods, context.target);

  const overridden = CONTROLS.find(({ id }) => id === control.overrides);
  const told = new Set<string>();
  for (const mode of MODES) {
    const refusal = refused(control, mode);
    const places = refusal?.violations.filter(({ pointer }) => !told.has(pointer)) ?? [];
    if (refusal !== undefined && places.length > 0) {
      const atBaseline = { level: 'baseline', version: policy[mode].version } as const;
      const isAboveBaseline = [control, overridden].some((each) => each && refused(each, mode, atBaseline));
      context.report(
        describeRefusal({
          entry,
          namespace,
          pods,
          refusal,
          places,
          warns: mode === 'enforce' && refused(control, 'warn') !== undefined,
          milder: isAboveBaseline ? 'privileged' : 'baseline',
          words,
          context,
        }),
      );
      return;
    }
    // What its milder form says by a stricter mode is told there.
    const milder = overridden && refused(overridden, mode);
    for (const { pointer } of milder?.violations ?? []) told.add(pointer);
  }
}
