import { formatFieldError } from '../../../../lib/check/semantics/field-error';
import { validateObject } from '../../../../lib/check/semantics/validate-object';
import { type JsonObject } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';

/** A container that nothing is wrong with, and what is laid over it. */
export const container = (over: JsonObject = {}): JsonObject => ({ name: 'a', image: 'a:1', ...over });

/** What the server would say of a Pod of this spec. */
export const toldOfPod = (
  spec: JsonObject,
  version: KubernetesVersion = '1.35',
  metadata: JsonObject = {},
): string[] =>
  validateObject(
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', ...metadata }, spec },
    version,
  ).map(formatFieldError);

/** What the server would say of a PodTemplate of this spec. */
export const toldOfTemplate = (
  spec: JsonObject,
  version: KubernetesVersion = '1.35',
  metadata: JsonObject = {},
): string[] =>
  validateObject(
    { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'pod' }, template: { metadata, spec } },
    version,
  ).map(formatFieldError);

/** What the server would say of a Pod with one container of these fields. */
export const toldOfContainer = (over: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
  toldOfPod({ containers: [container(over)] }, version);
