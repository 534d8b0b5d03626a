import { isJsonObject, listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { APP_ARMOR_ANNOTATION } from './controls/app-armor-profile';
import { isWindowsPod } from './pod-containers';

/** What Pod Security looks at. */
export interface CheckedPod {
  readonly metadata?: JsonObject;
  readonly spec: JsonObject;
}

/**
 * A pod template as the server has it when Pod Security looks: a volume without a source is an `emptyDir`, and
 * `procMount` is reset where its feature gate is off by default, which is before 1.33.
 *
 * Upstream: `SetDefaults_Volume`, pkg/apis/core/v1/defaults.go; `dropDisabledProcMountField`, pkg/api/pod/util.go.
 */
export function storedTemplate({ metadata, spec }: CheckedPod, target: KubernetesVersion): CheckedPod {
  const withVolumes = mapItems(spec, 'volumes', (volume) =>
    Object.entries(volume).some(([field, value]) => field !== 'name' && value !== null)
      ? volume
      : { ...volume, emptyDir: {} },
  );
  const stored =
    compareKubernetesVersions(target, '1.33') < 0
      ? mapContainers(withVolumes, (container) =>
          typeof objectField(container, 'securityContext')?.procMount === 'string'
            ? withContext(container, { procMount: 'Default' })
            : container,
        )
      : withVolumes;
  return metadata === undefined ? { spec: stored } : { metadata, spec: stored };
}

/**
 * A pod as the server has it when Pod Security looks: as a template, and every port is a port of the node with
 * `hostNetwork`, and the annotations and fields for AppArmor profiles are copied to each other.
 *
 * Upstream: `SetDefaults_Pod`, pkg/apis/core/v1/defaults.go; `applyAppArmorVersionSkew`,
 * pkg/registry/core/pod/strategy.go.
 */
export function storedPod(pod: CheckedPod, target: KubernetesVersion): CheckedPod {
  return withAppArmor(withHostPorts(storedTemplate(pod, target)), target);
}

function withHostPorts(pod: CheckedPod): CheckedPod {
  if (pod.spec.hostNetwork !== true) return pod;
  const exposed = (container: JsonObject): JsonObject =>
    mapItems(container, 'ports', (port) =>
      typeof port.containerPort !== 'number' || (port.hostPort ?? 0) !== 0
        ? port
        : { ...port, hostPort: port.containerPort },
    );
  const spec = ['containers', 'initContainers'].reduce(
    (before, field) => mapItems(before, field, exposed),
    pod.spec,
  );
  return { ...pod, spec };
}

/** Of profiles only the one that Pod Security minds. */
function withAppArmor(pod: CheckedPod, target: KubernetesVersion): CheckedPod {
  if (compareKubernetesVersions(target, '1.30') < 0 || isWindowsPod(pod.spec)) return pod;
  const annotations: Record<string, string> = { ...textMapField(pod.metadata, 'annotations') };
  const copiesFields = compareKubernetesVersions(target, '1.34') < 0;
  const ofPod = profileOf(pod.spec);
  const copied = new Set<string>();
  const spec = mapContainers(pod.spec, (container) => {
    const key = APP_ARMOR_ANNOTATION + (textField(container, 'name') ?? '');
    const annotation = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
    const own = profileOf(container);
    if (annotation === undefined) {
      if (copiesFields && (own ?? ofPod)?.type === 'Unconfined') {
        annotations[key] = 'unconfined';
        copied.add(key);
      }
      return container;
    }
    return own === undefined && annotation === 'unconfined' && ofPod?.type !== 'Unconfined'
      ? withContext(container, { appArmorProfile: { type: 'Unconfined' } })
      : container;
  });
  return copied.size > 0 ? { metadata: { ...pod.metadata, annotations }, spec } : { ...pod, spec };
}

function profileOf(holder: JsonObject): JsonObject | undefined {
  return objectField(objectField(holder, 'securityContext'), 'appArmorProfile');
}

function withContext(container: JsonObject, fields: JsonObject): JsonObject {
  return { ...container, securityContext: { ...objectField(container, 'securityContext'), ...fields } };
}

function mapContainers(spec: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  return ['initContainers', 'containers', 'ephemeralContainers'].reduce(
    (before, field) => mapItems(before, field, change),
    spec,
  );
}

/** The object with the items of a list changed; the same one when none is. */
function mapItems(holder: JsonObject, field: string, change: (item: JsonObject) => JsonObject): JsonObject {
  const items = listField(holder, field);
  const changed = items.map((item) => (isJsonObject(item) ? change(item) : item));
  return changed.every((item, index) => item === items[index]) ? holder : { ...holder, [field]: changed };
}
