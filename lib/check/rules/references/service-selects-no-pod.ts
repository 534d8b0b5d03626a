import { objectField, textField, textMapField } from '../../../model/json-object';
import { type PodSource } from '../../../model/object-set';
import { allowanceHelp } from '../../allowance-help';
import { defineRule } from '../../define-rule';
import { type OtherPlace } from '../../finding';
import { objectName, objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { nearestPods, type NearPods } from './selection/nearest-pods';
import { type PodLabels, podLabels } from './selection/pod-labels';
import { selectedPods } from './selection/selected-pods';
import { showLabels } from './selection/show-labels';

const CODE = 'K301';

type Labels = Readonly<Record<string, string>>;

export default defineRule({
  code: CODE,
  name: 'service-selects-no-pod',
  group: 'references',
  severity: 'error',
  kinds: ['Service'],
  reads: [
    'Pod',
    'ReplicationController',
    'apps/DaemonSet',
    'apps/Deployment',
    'apps/ReplicaSet',
    'apps/StatefulSet',
    'batch/CronJob',
    'batch/Job',
  ],
  summary: 'A Service whose selector matches no pod of its namespace',
  explanation: `The API server accepts any selector. A Service sends traffic to the pods of its own namespace that have every
label of \`spec.selector\`; when there are none it has no endpoints, and every connection to it fails.

Labels are compared with those of Pods and of the pod templates of workloads; the labels of the workload itself
do not count. Labels that a controller adds to its pods, such as \`statefulset.kubernetes.io/pod-name\`, do.

A Service without a selector gets its endpoints by hand, and one of type ExternalName has none: neither is looked at.
Where an operator makes the pods, declare them in \`external\`, or allow the finding where the Service is made.`,
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
    const spec = objectField(entry.object, 'spec');
    const selector = textMapField(spec, 'selector');
    if (Object.keys(selector).length === 0 || textField(spec, 'type') === 'ExternalName') return;
    const { namespace } = entry;
    if (selectedPods(context.set, namespace, selector).length > 0) return;
    if (context.external.mayBeSelected('', 'Pod', namespace, selector)) return;

    const labels = context.once(podLabels)(namespace);
    const near = nearestPods(selector, labels);
    const elsewhere = near.length > 0 ? [] : podsElsewhere(selector, context);
    context.report({
      object: entry,
      path: '/spec/selector',
      title: `${objectTitle(entry)} selects no pod`,
      label: `selector is \`${showLabels(selector)}\``,
      others: [...near.map(nearPlace), ...elsewhere.map(elsewherePlace)],
      notes: [whyNone(selector, labels, namespace)],
      help: [
        ...near.flatMap((each) =>
          each.selector ? [`change the selector to \`${showLabels(each.selector)}\``] : [],
        ),
        ...elsewhere.map(
          (pod) => `a Service reaches pods of its own namespace only: make it in \`${pod.entry.namespace}\``,
        ),
        allowanceHelp(
          CODE,
          entry,
          'an operator creates these pods',
          `{ kind: 'Pod', namespace: '${namespace}' }`,
        ),
      ],
    });
  },
});

function nearPlace({ pod }: NearPods): OtherPlace {
  return labelsPlace(pod, 'nearest pods: labels');
}

function elsewherePlace(pod: PodSource): OtherPlace {
  return labelsPlace(pod, `pods of \`${objectName(pod.entry)}\`: labels`);
}

function labelsPlace({ entry, template }: PodSource, what: string): OtherPlace {
  return {
    entry,
    path: `${template.pointer}/metadata/labels`,
    label: `${what} \`${showLabels(template.labels)}\``,
  };
}

/** The first namespace, in order, with pods that have all labels. */
function podsElsewhere(selector: Labels, { set }: CheckContext): readonly PodSource[] {
  for (const namespace of set.namespaces()) {
    const pod = selectedPods(set, namespace, selector)[0];
    if (pod !== undefined) return [pod];
  }
  return [];
}

function whyNone(selector: Labels, labels: PodLabels, namespace: string): string {
  const count = labels.pods.length;
  if (count === 0) return `there are no pod templates in \`${namespace}\``;
  const all = `${count} pod template${count === 1 ? '' : 's'} in \`${namespace}\``;
  for (const [key, value] of Object.entries(selector)) {
    const withKey = labels.countWithKey(key);
    if (withKey === 0)
      return count === 1
        ? `the only pod template in \`${namespace}\` lacks the key \`${key}\``
        : `none of ${all} has the key \`${key}\``;
    if (labels.with(key, value).length === 0) {
      return `${withKey} of ${all} ${withKey === 1 ? 'has' : 'have'} the key \`${key}\`; none has the value \`${value}\``;
    }
  }
  return `each of these labels is on one of ${all}, but none has all of them`;
}
