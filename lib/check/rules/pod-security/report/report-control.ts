import { type ObjectEntry } from '../../../../model/object-entry';
import { type Control } from '../../../pod-security/control';
import { checkedPods } from '../../../pod-security/checked-pods';
import { CONTROLS } from '../../../pod-security/controls';
import { type PodSecurityMode } from '../../../pod-security/namespace-labels';
import { namespacePolicies } from '../../../pod-security/namespace-policy';
import { type RuleContext } from '../../../rule-context';
import { type ControlWords, describeRefusal } from './describe-refusal';
import { type ModeRefusal, refusalIn } from './refusal-in';

/** The strictest first: a control is told of once, as the worst of what becomes of the pods. */
const MODES: readonly PodSecurityMode[] = ['enforce', 'warn', 'audit'];

/** Reports the pods of an object that a control refuses by the labels of their namespace. */
export function reportControl(
  entry: ObjectEntry,
  context: RuleContext,
  control: Control,
  words: ControlWords,
): void {
  const namespace = context.once(namespacePolicies)(entry.namespace);
  if (namespace === undefined || entry.namespace === '') return;
  const { policy } = namespace;
  // Before the pod: most namespaces are not checked for anything.
  if (MODES.every((mode) => (policy[mode].level ?? 'privileged') === 'privileged')) return;
  const pods = context.once(checkedPods)(entry);
  if (pods === undefined) return;
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
        }),
      );
      return;
    }
    // What its milder form says by a stricter mode is told there.
    const milder = overridden && refused(overridden, mode);
    for (const { pointer } of milder?.violations ?? []) told.add(pointer);
  }
}
