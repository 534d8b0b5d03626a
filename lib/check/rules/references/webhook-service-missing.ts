import { defineRule } from '../../define-rule';
import { webWorkload } from './example/web-workload';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { CLIENT_KINDS, serviceClients } from './webhooks/service-clients';
import { webhookExample } from './webhooks/webhook-example';

const CODE = 'K368';

export default defineRule({
  code: CODE,
  name: 'webhook-service-missing',
  group: 'references',
  severity: 'error',
  kinds: CLIENT_KINDS,
  reads: ['Service', ...RBAC_KINDS],
  summary: 'A webhook, APIService or conversion that asks a Service which is not there',
  explanation: `The API server asks a webhook, an extension API server or a conversion by the Service that is named for it, and does not look for the Service
when it is told of it. Without it every request that the webhook is about fails (with \`failurePolicy: Fail\`), the group of the APIService is not
available, and custom resources of other versions cannot be read.

Where nothing of the set is in the Service's namespace it is a warning: it may be somebody else's.`,
  bad: webhookExample({ service: 'wep' }) + webWorkload(),
  good: webhookExample() + webWorkload(),
  check(entry, context) {
    for (const { pointer, namespace, name, webhook } of serviceClients(entry)) {
      const isOurs = context.set.inNamespace(namespace).length > 0;
      const ignores = webhook?.failurePolicy === 'Ignore';
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: `${pointer}/name`,
          verb: 'asks',
          target: { group: '', kind: 'Service', namespace, name },
          ...(!(isOurs && !ignores) && { severity: 'warning' }),
          consequences: [
            ignores ? 'the webhook is never asked: failurePolicy is Ignore' : consequence(entry.kind, name),
            ...(isOurs ? [] : [`nothing of the set is in \`${namespace}\``]),
          ],
          ownNamespaceOnly: `this names the one in \`${namespace}\``,
        },
        context,
      );
    }
  },
});

function consequence(kind: string, name: string): string {
  // ResolveEndpoint, k8s.io/apiserver/pkg/util/proxy/proxy.go; pkg/controllers/status of kube-aggregator
  if (kind === 'APIService') return 'the API group is not available: ServiceNotFound';
  return `each request fails: failed calling webhook, service "${name}" not found`;
}
