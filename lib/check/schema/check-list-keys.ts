import { isJsonObject } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';
import { type ProblemLog } from './problem-log';
import { type ListKey } from './shape';
import { showValue } from './show-value';

/**
 * Lists of which the API server takes several items of one key when an object is created, though server-side apply
 * does not. Found by asking kube-apiserver 1.36; of all other lists with keys its validation refuses them.
 */
const TAKEN: ReadonlySet<string> = new Set([
  'admissionregistration.v1.ValidatingAdmissionPolicySpec.variables',
  'core.v1.Container.env',
  'core.v1.Container.ports',
  'core.v1.EphemeralContainer.env',
  'core.v1.EphemeralContainer.ports',
  'core.v1.PodSpec.hostAliases',
  'core.v1.PodSpec.imagePullSecrets',
  'core.v1.ServiceAccount.secrets',
  'meta.v1.ObjectMeta.ownerReferences',
]);

/**
 * Whether it is for nothing but server-side apply that a list has only one item of a key.
 *
 * @param field The type and field that the list is of.
 */
export function mayHaveListKeys(field: string): boolean {
  return TAKEN.has(field);
}

/**
 * Reports items of one key in a list that server-side apply refuses for it, and nothing else does.
 *
 * Upstream: sigs.k8s.io/structured-merge-diff, typed/validate.go, `visitListItems`.
 */
export function checkListKeys(log: ProblemLog, keys: readonly ListKey[], items: readonly JsonValue[]): void {
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    if (!isJsonObject(item)) return;
    const values = keys.map(({ name, preset }) => item[name] ?? preset ?? null);
    // Whoever left out a key is told of that.
    if (values.every((value) => value === null)) return;
    const key = JSON.stringify(values);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return;
    }
    const text = keys.map(({ name }, place) => `${name}: ${showValue(values[place] ?? null)}`).join(', ');
    log.add(
      'repeated-key',
      {
        says: `has two items with \`${text}\` in \`${log.where()}\``,
        label: `${log.where(index)} has the ${text} of ${log.where(first)}`,
        notes: [
          '`kubectl apply --server-side`, and so Flux, refuses the list: its items are told apart by ' +
            keys.map(({ name }) => `\`${name}\``).join(' and '),
        ],
        help: [`remove \`${log.where(first)}\` or \`${log.where(index)}\``],
      },
      index,
    );
  });
}
