import { isJsonObject, objectField } from '../../../../model/json-object';
import { type JsonValue } from '../../../../model/json-value';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { allContainers, type PodScope } from '../pod-scope';
import { missingVolumeHelp } from './missing-volume-help';

/** validateFileKeyRefVolumes in pkg/apis/core/validation/validation.go: variables come from files of an `emptyDir`. */
export function validateFileKeyVolumes(scope: PodScope): void {
  if (!hasPodFeature(scope.spec.validation, 'EnvFiles')) return;
  for (const container of allContainers(scope)) {
    if (!container.list('env').some(refersToFileKey)) continue;
    for (const variable of container.objects('env')) {
      const ref = variable.object('valueFrom')?.object('fileKeyRef');
      if (ref === undefined) continue;
      const name = ref.text('volumeName');
      const volume = scope.allVolumes.findLast((each) => each.text('name') === name);
      if (volume === undefined) {
        ref.notFound('volumeName', '', { value: name, help: missingVolumeHelp(name, scope) });
      } else if (!isEmptyDir(volume)) {
        ref.invalid('volumeName', 'referenced volume must be of type emptyDir', { value: name });
      }
    }
  }
}

function refersToFileKey(variable: JsonValue): boolean {
  if (!isJsonObject(variable)) return false;
  return objectField(objectField(variable, 'valueFrom'), 'fileKeyRef') !== undefined;
}

/** A volume without any source is one by default. */
function isEmptyDir(volume: ObjectView): boolean {
  return (
    volume.has('emptyDir') ||
    Object.keys(volume.value).every((field) => field === 'name' || !volume.has(field))
  );
}
