import { objectField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { podContainers } from './pod-containers';

/** The `securityContext` of a pod, or of one of its containers. */
export interface SecurityContext {
  /** Absent for the pod's own. */
  readonly container?: string;
  /** JSON pointer below the pod, of the context, there or missing. */
  readonly pointer: string;
  readonly context: JsonObject | undefined;
}

/** The pod's own context, then those of its containers. */
export function securityContexts(spec: JsonObject): readonly SecurityContext[] {
  return [
    { pointer: '/spec/securityContext', context: objectField(spec, 'securityContext') },
    ...containerContexts(spec),
  ];
}

/** The contexts of the containers. */
export function containerContexts(
  spec: JsonObject,
): readonly (SecurityContext & { readonly container: string })[] {
  return podContainers(spec).map(({ name, pointer, securityContext }) => ({
    container: name,
    pointer: `${pointer}/securityContext`,
    context: securityContext,
  }));
}
