import { objectField, textMapField } from '../../../../model/json-object';
import { findKind } from '../../../../model/kinds';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { policyRules } from '../rbac/policy-rules';
import { RBAC } from '../rbac/rbac-group';

/** By these annotations cert-manager's cainjector and OpenShift's service-ca write the authority. */
const INJECTED =
  /^(?:cert-manager\.io\/inject-|service\.beta\.openshift\.io\/inject-cabundle$|service\.alpha\.openshift\.io\/inject-cabundle$)/;

/** Whether something is asked to write `caBundle` into the object, or a program of the set may. */
export function mayGetAuthority(entry: ObjectEntry, { once }: CheckContext): boolean {
  const annotations = textMapField(objectField(entry.object, 'metadata'), 'annotations');
  if (Object.keys(annotations).some((key) => INJECTED.test(key))) return true;
  const plural = findKind(entry.group, entry.kind)?.plural;
  const written = once(writtenResources);
  return plural === undefined || written.has(plural) || written.has('*');
}

/** The resources that some ClusterRole of the set lets a program change, be it by name. */
function writtenResources({ set }: CheckContext): ReadonlySet<string> {
  return new Set(
    set
      .ofKind(RBAC, 'ClusterRole')
      .flatMap(({ object }) => policyRules(object))
      .filter(({ verbs }) => verbs.some((verb) => verb === '*' || verb === 'update' || verb === 'patch'))
      .flatMap(({ resources }) => resources),
  );
}
