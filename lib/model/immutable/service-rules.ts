import { listField, objectField, textField } from '../json-object';
import { type JsonObject } from '../json-value';
import { REPLACE, sameBut } from './fixed';
import { type ImmutableRule } from './immutable-rule';

const specOf = (object: JsonObject): JsonObject | undefined => objectField(object, 'spec');
const typeOf = (object: JsonObject): string => textField(specOf(object), 'type') ?? 'ClusterIP';

/** Whether it has addresses of its own, and keeps having them. */
const keepsAddresses = (before: JsonObject, after: JsonObject): boolean =>
  typeOf(before) !== 'ExternalName' && typeOf(after) !== 'ExternalName';

const isHeadless = (object: JsonObject): boolean => textField(specOf(object), 'clusterIP') === 'None';

/**
 * A Service: `ValidateServiceUpdate`, k8s.io/kubernetes/pkg/apis/core/validation/validation.go. What is left out keeps
 * what was allocated (`patchAllocatedValues`, pkg/registry/core/service/storage).
 */
export const SERVICE_RULES: readonly ImmutableRule[] = [
  {
    fields: ['spec', 'clusterIP'],
    // A Service that had none yet, or leads to a name, may get one.
    when: (before) =>
      textField(specOf(before), 'clusterIP') !== undefined && typeOf(before) !== 'ExternalName',
    reason: 'clusterIP is immutable',
    help: REPLACE,
    accepts: (before, after) => {
      const address = textField(specOf(after), 'clusterIP');
      return (
        !keepsAddresses(before, after) ||
        address === undefined ||
        address === textField(specOf(before), 'clusterIP')
      );
    },
  },
  {
    fields: ['spec', 'clusterIP'],
    hangsOnAfter: true,
    when: (before) =>
      textField(specOf(before), 'clusterIP') === undefined && typeOf(before) !== 'ExternalName',
    reason: 'a Service that has an address cannot become headless',
    help: `${REPLACE}, or make a second Service, with \`clusterIP: None\` and a name of its own`,
    accepts: (before, after) => !keepsAddresses(before, after) || !isHeadless(after),
  },
  {
    fields: ['spec', 'ipFamilies'],
    hangsOnAfter: true,
    reason: 'the first of the ipFamilies is immutable',
    help: REPLACE,
    accepts: (before, after) => {
      const [was] = listField(specOf(before), 'ipFamilies');
      const [is] = listField(specOf(after), 'ipFamilies');
      return (
        !keepsAddresses(before, after) ||
        isHeadless(before) ||
        isHeadless(after) ||
        was === undefined ||
        is === undefined ||
        was === is
      );
    },
  },
  {
    fields: ['spec', 'loadBalancerClass'],
    hangsOnAfter: true,
    reason: 'loadBalancerClass is immutable',
    help: REPLACE,
    accepts: (before, after) =>
      typeOf(before) !== 'LoadBalancer' ||
      typeOf(after) !== 'LoadBalancer' ||
      sameBut(undefined, 'spec', 'loadBalancerClass')(before, after),
  },
  {
    fields: ['spec', 'healthCheckNodePort'],
    reason: 'healthCheckNodePort is immutable',
    help: REPLACE,
    accepts: (before, after) => {
      const [was, is] = [before, after].map((object) => specOf(object)?.healthCheckNodePort);
      return was === undefined || is === undefined || was === is;
    },
  },
];
