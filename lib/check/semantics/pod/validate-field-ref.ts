import { goToLower } from '../../../model/go/strings';
import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';
import { hasPodFeature } from './pod-features';

/** What a variable may be made of: validEnvDownwardAPIFieldPathExpressions. */
export const ENV_FIELDS: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** What a file may be made of: validVolumeDownwardAPIFieldPathExpressions. */
export const FILE_FIELDS: readonly string[] = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];

/** ConvertDownwardAPIFieldLabel in pkg/apis/core/pods/helpers.go; `spec.host` is the old name of `spec.nodeName`. */
const KNOWN: ReadonlySet<string> = new Set([
  ...ENV_FIELDS,
  ...FILE_FIELDS,
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);

/** validateObjectFieldSelector in pkg/apis/core/validation/validation.go: `fieldRef` of a variable or a file. */
export function validateFieldRef(ref: ObjectView, supported: readonly string[]): void {
  validatePath(ref, supported);
  if (ref.text('fieldPath') === 'status.hostIPs' && !hasPodFeature(ref.validation, 'PodHostIPs')) {
    ref.forbidden([], "may not be set when feature gate 'PodHostIPs' is not enabled");
  }
}

function validatePath(ref: ObjectView, supported: readonly string[]): void {
  const path = ref.text('fieldPath');
  if (path === '') {
    ref.required('fieldPath');
    return;
  }
  const conversion = (problem: string): void =>
    ref.invalid('fieldPath', `error converting fieldPath: ${problem}`, {
      help: `write one of ${supported.map((each) => `\`${each}\``).join(', ')}`,
    });
  const version = ref.text('apiVersion') || 'v1';
  if (version !== 'v1') {
    conversion(`unsupported pod version: ${version}`);
    return;
  }
  // SplitMaybeSubscriptedPath in pkg/fieldpath/fieldpath.go
  const [, map, key] = /^([^]+?)\['([^]*)'\]$/.exec(path) ?? [];
  if (map !== undefined && key !== undefined) {
    if (map === 'metadata.annotations') qualified(ref, goToLower(key));
    else if (map === 'metadata.labels') qualified(ref, key);
    else conversion(`field label does not support subscript: ${path}`);
    return;
  }
  const converted = path === 'spec.host' ? 'spec.nodeName' : path;
  if (!KNOWN.has(converted)) conversion(`field label not supported: ${path}`);
  else if (!supported.includes(converted)) ref.notSupported('fieldPath', supported);
}

function qualified(ref: ObjectView, key: string): void {
  ref.allInvalid([], labelKeyErrors(key, ref.validation.version), { value: key, at: 'fieldPath' });
}
