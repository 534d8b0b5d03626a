import { objectField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

export default defineRule({
  code: 'K455',
  name: 'partition-stops-rollout',
  group: 'capacity',
  severity: 'warning',
  kinds: ['apps/StatefulSet'],
  summary: 'A StatefulSet whose partition keeps every pod from being updated',
  explanation: `With \`partition\` the first so many pods are left as they are. Where these are all, a change of the template is accepted and
nothing happens; even a pod that is deleted comes back as the old version. To stage a rollout, begin with all but one; to replace pods by
hand, \`updateStrategy: { type: OnDelete }\` says so.

The controller counts pods from the first one: with \`ordinals.start: 5\` and \`partition: 1\` the pod 5 stays, and 6 is updated.`,
  bad: statefulSet(3),
  good: statefulSet(2),
  check(entry, { report }) {
    const spec = objectField(entry.object, 'spec');
    const strategy = objectField(spec, 'updateStrategy');
    const partition = objectField(strategy, 'rollingUpdate')?.partition;
    const replicas = podTemplate(entry.object)?.replicas;
    if (typeof partition !== 'number' || replicas === undefined || replicas === 0) return;
    if (strategy?.type === 'OnDelete') return;
    if (partition < replicas) return;
    report({
      object: entry,
      path: '/spec/updateStrategy/rollingUpdate/partition',
      title: `${objectTitle(entry)} updates none of its pods: there are ${replicas}, and partition leaves the first ${partition}`,
      label: `partition is ${partition}`,
      notes: ['a new template is accepted, and updatedReplicas stays 0'],
      help: [`write partition: ${replicas - 1} to begin with the last pod, 0 for all`],
    });
  },
});

function statefulSet(partition: number): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: shop
spec:
  clusterIP: None
  selector:
    app: db
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: shop
spec:
  serviceName: db
  replicas: 3
  updateStrategy:
    rollingUpdate:
      partition: ${partition}
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.0.0
`;
}
