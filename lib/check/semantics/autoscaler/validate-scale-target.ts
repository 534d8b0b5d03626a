import { pathSegmentErrors } from '../../../model/names/path-segment';
import { type ObjectView } from '../object-view';

/** Groups of the workloads that people scale. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ['Deployment', 'apps/v1'],
  ['StatefulSet', 'apps/v1'],
  ['ReplicaSet', 'apps/v1'],
]);

/**
 * ValidateCrossVersionObjectReference in pkg/apis/autoscaling/validation/validation.go.
 *
 * @param needsGroup - Whether the version has to name an API group, as that of what is scaled has since 1.34.
 */
export function validateScaleTarget(reference: ObjectView, needsGroup: boolean): void {
  const kind = reference.text('kind');
  if (kind === '') reference.required('kind', '', { help: 'set `kind: Deployment`' });
  else reference.allInvalid('kind', pathSegmentErrors(kind));
  const name = reference.text('name');
  if (name === '') reference.required('name');
  else reference.allInvalid('name', pathSegmentErrors(name));
  if (!reference.validation.since('1.34')) return;
  const version = reference.text('apiVersion');
  const help = GROUPS.has(kind) ? `set \`apiVersion: ${GROUPS.get(kind) ?? ''}\`` : [];
  const slashes = version === '/' ? 0 : version.split('/').length - 1;
  if (slashes > 1) {
    reference.invalid('apiVersion', `unexpected GroupVersion string: ${version}`, { help });
  } else if (needsGroup && kind !== 'ReplicationController' && (slashes === 0 || version.startsWith('/'))) {
    reference.invalid('apiVersion', 'apiVersion must specify API group', { value: version, help });
  }
}
