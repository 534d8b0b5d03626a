import { listField, objectField, textMapField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { LabelIndex } from '../../../model/label-index';
import { type PodSource } from '../../../model/object-set';
import { type ObjectEntry } from '../../../model/object-entry';
import { oncePer } from '../../../model/once-per';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { objectsIn } from './lookup/object-at';
import { isAmongNamespaces, NAMESPACE_NAME } from './network/namespaces-of';
import { selectedPods } from './selection/selected-pods';
import { selectorRequirements } from './selection/selector-requirements';
import { serviceClients } from './webhooks/service-clients';
import { webhookExample } from './webhooks/webhook-example';

export default defineRule({
  code: 'K371',
  name: 'webhook-catches-itself',
  group: 'references',
  severity: 'warning',
  kinds: [
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  ],
  reads: ['Service', 'Namespace', ...WORKLOAD_KINDS],
  summary: 'A webhook that is asked about its own pods',
  explanation: `With \`failurePolicy: Fail\`, which is the default, nothing that a webhook is about is admitted while it does not answer. A webhook about the making
of pods that is asked about its own cannot start again once all of its pods are gone: there is nobody to admit the first one. That shows when the
cluster is started anew, or when the nodes of the webhook are replaced at a time.

Leave its namespace out by \`namespaceSelector\`, its pods by \`objectSelector\`, or write \`matchConditions\` (which are not looked at here).`,
  bad: webhookExample({ namespaceSelector: '' }) + webWorkload(),
  good:
    webhookExample({
      namespaceSelector:
        'matchExpressions: [{ key: kubernetes.io/metadata.name, operator: NotIn, values: [shop] }]',
    }) + webWorkload(),
  check(entry, context) {
    for (const { pointer, namespace, name, webhook } of serviceClients(entry)) {
      if (webhook === undefined || !isAskedOfPods(webhook)) continue;
      if (!selectsNamespace(webhook, namespace, context)) continue;
      const service = context.set.find('', 'Service', namespace, name);
      const first = service && ownPods(service, webhook, context);
      if (service === undefined || first === undefined) continue;
      context.report({
        object: entry,
        path: pointer,
        title: `${objectTitle(entry)} is asked about its own pods, of ${objectTitle(first.entry)}`,
        label: 'failurePolicy is Fail, and the rules are about the making of pods',
        others: [{ entry: first.entry, path: first.template.pointer, label: 'these pods answer it' }],
        notes: ['once all of its pods are gone none is admitted, and the webhook does not start again'],
        help: [
          `leave its namespace out: namespaceSelector: { matchExpressions: [{ key: ${NAMESPACE_NAME}, operator: NotIn, values: [${namespace}] }] }`,
        ],
      });
      return;
    }
  },
});

/** Whether it is asked about each pod that is made, and an answer is needed. */
function isAskedOfPods(webhook: JsonObject): boolean {
  if (webhook.failurePolicy === 'Ignore' || listField(webhook, 'matchConditions').length > 0) return false;
  return objectsIn(webhook, 'rules').some((rule) => {
    const has = (field: string, ...values: readonly string[]): boolean =>
      listField(rule, field).some((each) => typeof each === 'string' && values.includes(each));
    return (
      has('operations', 'CREATE', '*') &&
      has('apiGroups', '', '*') &&
      has('apiVersions', 'v1', '*') &&
      has('resources', 'pods', '*', '*/*') &&
      rule.scope !== 'Cluster'
    );
  });
}

/** Labels of a Namespace that the set does not have are not known, its name is. */
function selectsNamespace(webhook: JsonObject, namespace: string, context: CheckContext): boolean {
  const selector = objectField(webhook, 'namespaceSelector');
  if (selector === undefined) return true;
  const requirements = selectorRequirements(selector) ?? [];
  const isKnown = context.set.find('', 'Namespace', undefined, namespace) !== undefined;
  if (!isKnown && requirements.some(({ key }) => key !== NAMESPACE_NAME)) return false;
  return isAmongNamespaces(namespace, selector, context);
}

/** The first pods that answer, and that it is asked about. */
function ownPods(service: ObjectEntry, webhook: JsonObject, { set }: CheckContext): PodSource | undefined {
  const selector = textMapField(objectField(service.object, 'spec'), 'selector');
  if (Object.keys(selector).length === 0) return undefined;
  const pods = selectedPods(set, service.namespace, selector);
  const requirements = selectorRequirements(objectField(webhook, 'objectSelector')) ?? [];
  return labelsOf(pods).selection(requirements).first;
}

/** Many webhooks may be answered by one Service. */
const labelsOf = oncePer(
  (pods: readonly PodSource[]) => new LabelIndex(pods, ({ template }) => template.labels),
);
