import { type CheckedPods } from '../../../pod-security/checked-pods';
import { hostPorts } from '../../../pod-security/controls/host-ports';
import { refusalsInWords } from '../../../pod-security/refusal-in-words';
import { type CheckContext } from '../../../rule-context';

/** That a pod with `hostNetwork` is refused for its ports too, which nobody wrote as ports of the node. */
export function hostPortNotes({ written, pod }: CheckedPods, { target }: CheckContext): readonly string[] {
  const check = hostPorts.revisions[0]?.check;
  const refusal = check?.(pod.metadata, pod.spec, target);
  if (refusal === undefined || check?.(written.metadata, written.spec, target) !== undefined) return [];
  return [
    `with \`hostNetwork\` every \`containerPort\` of a pod is a port of its node too: ${refusalsInWords([refusal])}`,
  ];
}
