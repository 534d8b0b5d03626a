import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type JsonObject } from '../../../model/json-value';
import { oncePer } from '../../../model/once-per';
import { podTemplate } from '../../../model/pod-template';
import { type Quantity } from '../../../model/quantity';
import { containerDefaults } from '../../capacity/limit-range/limit-range-items';
import { type LimitRangeEntry, namespaceLimits } from '../../capacity/limit-range/namespace-limits';
import { resourceList } from '../../capacity/resource-list';
import { mayOvercommit } from '../../capacity/resource-names';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';

export default defineRule({
  code: 'K416',
  name: 'request-above-default-limit',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['LimitRange'],
  summary: 'Containers that ask for more than the limit that a LimitRange gives them',
  explanation: `A container that writes a request and no limit gets the default limit of the LimitRange of its namespace, which
is its \`max\` where it writes no \`default\`. If that is lower than the request, the pod is refused: no container may ask for
more than its limit. Of extended resources and huge pages request and limit have to be the same.

A Deployment, a Job and the like are accepted all the same; it is their pods that are refused.`,
  bad: manifests('cpu: 1'),
  good: manifests('cpu: 200m'),
  check(entry, context) {
    const limitRanges = context.once(namespaceLimits).get(entry.namespace);
    const template = limitRanges && podTemplate(entry.object);
    if (limitRanges === undefined || template?.spec === undefined) return;
    for (const { name, field, resource, request, limit, from } of clashes(template.spec, limitRanges)) {
      const own = `${template.specPointer}/${field}`;
      const isMore = mayOvercommit(resource);
      const [asked, given] = [request.toString(), limit.toString()];
      context.report({
        object: entry,
        path: `${own}${jsonPointer('', 'resources', 'requests', resource)}`,
        title: `container \`${name}\` of ${objectTitle(entry)} asks for ${asked} of ${resource}, and gets a limit of ${given}`,
        label: `${resource} request ${asked}, no limit`,
        others: [{ entry: from.entry, path: '/spec/limits', label: `default ${resource} limit ${given}` }],
        notes: [
          `${entry.kind === 'Pod' ? 'the API server refuses it' : `the ${entry.kind} is accepted, but every pod is refused`}:\n"Invalid value: "${asked}": must be ${isMore ? 'less than or equal' : 'equal'} to ${resource} limit of ${given}"`,
        ],
        help: [
          isMore
            ? `write a limit of ${asked} or more, or lower the request to ${given}`
            : `write a limit of ${asked}`,
        ],
      });
    }
  },
});

interface Clash {
  readonly name: string;
  readonly field: string;
  readonly resource: string;
  readonly request: Quantity;
  readonly limit: Quantity;
  readonly from: LimitRangeEntry;
}

function clashes(spec: JsonObject, limitRanges: readonly LimitRangeEntry[]): readonly Clash[] {
  const { given: defaults, most } = ofContainers(limitRanges);
  return ['containers', 'initContainers'].flatMap((list) =>
    listField(spec, list).flatMap((container, index) => {
      if (!isJsonObject(container)) return [];
      const resources = objectField(container, 'resources');
      const limits = objectField(resources, 'limits');
      return [...resourceList(resources, 'requests')].flatMap(([resource, request]) => {
        const given = defaults.get(resource);
        if (given === undefined || Object.hasOwn(limits ?? {}, resource)) return [];
        const { limit } = given;
        const isFine = mayOvercommit(resource) ? request.compare(limit) <= 0 : request.equals(limit);
        // What is above a maximum is reported with that.
        if (isFine || request.compare(most.get(resource) ?? request) > 0) return [];
        const name = textField(container, 'name') ?? String(index);
        return { name, field: `${list}/${index}`, resource, request, limit, from: given.from };
      });
    }),
  );
}

/** The default limit of each resource, of the first LimitRange that has one, and the least maximum of all. */
const ofContainers = oncePer((limitRanges: readonly LimitRangeEntry[]) => {
  const given = new Map<string, { readonly from: LimitRangeEntry; readonly limit: Quantity }>();
  const most = new Map<string, Quantity>();
  for (const from of limitRanges) {
    for (const [resource, limit] of containerDefaults(from.items).limits) {
      if (!given.has(resource)) given.set(resource, { from, limit });
    }
    for (const { type, max } of from.items) {
      for (const [resource, amount] of type === 'Container' ? max : []) {
        if (amount.compare(most.get(resource) ?? amount) <= 0) most.set(resource, amount);
      }
    }
  }
  return { given, most };
});

function manifests(request: string): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: team-a
spec:
  limits:
    - type: Container
      default:
        cpu: 500m
      defaultRequest:
        cpu: 100m
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: team-a
spec:
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      containers:
        - name: api
          image: example.com/api:1.0.0
          resources:
            requests:
              ${request}
`;
}
