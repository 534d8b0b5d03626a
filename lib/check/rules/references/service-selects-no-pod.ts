import { objectField, textMapField } from '../../../model/json-object';
import { LabelIndex } from '../../../model/label-index';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { allowanceHelp } from '../../allowance-help';
import { defineRule } from '../../define-rule';
import { type OtherPlace } from '../../finding';
import { objectName, objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { changerRole, makerRole } from './lookup/run-time-makers';
import { mayComeOfCustomResource } from './selection/may-come-of-custom-resource';
import { nearestPods } from './selection/nearest-pods';
import { podLabels } from './selection/pod-labels';
import { requiredLabels } from './selection/required-labels';
import { selectedPods } from './selection/selected-pods';
import { servicePods } from './selection/service-pods';
import { showLabels, showMap } from './selection/show-labels';
import { whyNoPod } from './selection/why-no-pod';

const CODE = 'K301';

type Labels = Readonly<Record<string, string>>;

export default defineRule({
  code: CODE,
  name: 'service-selects-no-pod',
  group: 'references',
  severity: 'error',
  kinds: ['Service'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS],
  summary: 'A Service whose selector matches no pod of its namespace',
  explanation: `The API server accepts any selector. A Service sends traffic to the pods of its own namespace that have every
label of \`spec.selector\`; when there are none it has no endpoints, and every connection to it fails.

Labels are compared with those of Pods and of the pod templates of workloads; the labels of the workload itself
do not count. Labels that a controller adds to its pods, such as \`statefulset.kubernetes.io/pod-name\`, do.

A Service without a selector gets its endpoints by hand, and one of type ExternalName has none: neither is looked at.
Where a program of the set may make or label pods, and none comes near, it is a warning. Where an operator makes the pods, declare them in \`external\`, or allow the finding where the Service is made. A selector that has the
name of a custom resource of the namespace among its values is taken for one that an operator sees to.`,
  bad: `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector:
    app: cart
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: carts
  namespace: shop
  labels:
    app: carts
spec:
  containers:
    - name: web
      image: example.com/carts:1.0.0
`,
  good: `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector:
    app: carts
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: carts
  namespace: shop
  labels:
    app: carts
spec:
  containers:
    - name: web
      image: example.com/carts:1.0.0
`,
  check(entry, context) {
    if (servicePods(entry, context)?.length !== 0) return;
    const { namespace } = entry;
    const selector = textMapField(objectField(entry.object, 'spec'), 'selector');
    if (context.external.mayBeSelected('', 'Pod', namespace, selector)) return;
    if (mayComeOfCustomResource(namespace, selector, context)) return;

    const labels = context.once(podLabels)(namespace);
    const near = nearestPods(selector, labels);
    const isSure = near.some((each) => each.selector !== undefined);
    const role = changerRole('', 'Pod', namespace, context) ?? makerRole('', 'Pod', namespace, context);
    const elsewhere = isSure ? undefined : podElsewhere(selector, context);
    context.report({
      object: entry,
      path: '/spec/selector',
      ...(role !== undefined && !isSure && { severity: 'warning' }),
      title: `${objectTitle(entry)} selects no pod`,
      label: `selector is \`${showLabels(selector)}\``,
      others: elsewhere
        ? [labelsPlace(elsewhere, `pods of \`${objectName(elsewhere.entry)}\`: labels`)]
        : near.map(({ pod }) => labelsPlace(pod, 'nearest pods: labels')),
      notes: [
        whyNoPod(selector, labels, namespace),
        ...withoutOne(entry, selector, context),
        ...(role === undefined || isSure
          ? []
          : [`${objectTitle(role)} lets a program of the set make or label pods: they may be meant`]),
      ],
      help: [
        ...near.flatMap((each) =>
          each.selector ? [`change the selector to \`${showLabels(each.selector)}\``] : [],
        ),
        ...(elsewhere
          ? [`a Service reaches pods of its own namespace only: make it in \`${elsewhere.entry.namespace}\``]
          : []),
        allowanceHelp(
          CODE,
          entry,
          'an operator creates these pods',
          `{ kind: 'Pod', namespace: '${namespace}', labels: ${showMap(selector)} }`,
        ),
      ],
    });
  },
});

function labelsPlace({ entry, template }: PodSource, what: string): OtherPlace {
  return {
    entry,
    path: `${template.pointer}/metadata/labels`,
    label: `${what} \`${showLabels(template.labels)}\``,
  };
}

/** The first pods of another namespace that have all labels. */
function podElsewhere(selector: Labels, { once }: CheckContext): PodSource | undefined {
  return once(allPods).matching(requiredLabels(selector))[0];
}

function allPods({ set }: CheckContext): LabelIndex<PodSource> {
  return new LabelIndex(set.pods(), ({ template }) => template.labels);
}

/** The labels without which it would select pods. */
function withoutOne({ namespace }: ObjectEntry, selector: Labels, { set }: CheckContext): readonly string[] {
  if (Object.keys(selector).length === 1) return [];
  return Object.entries(selector).flatMap(([key, value]) => {
    const { [key]: _, ...rest } = selector;
    const count = selectedPods(set, namespace, rest).length;
    return count === 0
      ? []
      : `without \`${key}=${value}\` it would select ${count} pod template${count === 1 ? '' : 's'}`;
  });
}
