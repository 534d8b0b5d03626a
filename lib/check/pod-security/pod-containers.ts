import { isJsonObject, listField, objectField, textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';

/** A container of a pod. */
export interface PodContainer {
  readonly name: string;
  /** JSON pointer below the pod: `/spec/initContainers/0`. */
  readonly pointer: string;
  readonly container: JsonObject;
  readonly securityContext: JsonObject | undefined;
}

/**
 * Every container of a pod, in the order in which the server looks at them. Upstream: `visitContainers`,
 * k8s.io/pod-security-admission/policy/visitor.go.
 */
export function podContainers(spec: JsonObject): readonly PodContainer[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) =>
    listField(spec, field).flatMap((container, index) =>
      isJsonObject(container)
        ? {
            name: textField(container, 'name') ?? '',
            pointer: `/spec/${field}/${index}`,
            container,
            securityContext: objectField(container, 'securityContext'),
          }
        : [],
    ),
  );
}

/** Whether a pod is said to run on Windows (`spec.os.name`). */
export function isWindowsPod(spec: JsonObject): boolean {
  return objectField(spec, 'os')?.name === 'windows';
}

/**
 * Whether the root of a pod is not the root of its node. Upstream: `relaxPolicyForUserNamespacePod`,
 * k8s.io/pod-security-admission/policy/helpers.go.
 */
export function hasUserNamespace(spec: JsonObject): boolean {
  return spec.hostUsers === false;
}
