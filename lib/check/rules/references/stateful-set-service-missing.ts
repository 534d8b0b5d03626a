import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { headlessService } from './example/headless-service';
import { webWorkload } from './example/web-workload';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K361';

export default defineRule({
  code: CODE,
  name: 'stateful-set-service-missing',
  group: 'references',
  severity: 'warning',
  kinds: ['apps/StatefulSet'],
  reads: ['Service', ...RBAC_KINDS],
  summary: 'A StatefulSet whose Service is not there',
  explanation: `\`serviceName\` is the name of the headless Service that gives each pod a name of its own in DNS: \`web-0.web.shop.svc\`. A StatefulSet does
not make this Service, nor does it wait for it: without it the pods run, and none of them can be found by its name.

Leave \`serviceName\` out (it may be empty) where nobody asks for the pods by name.`,
  bad: webWorkload({ kind: 'StatefulSet', spec: 'serviceName: wep' }) + headlessService(),
  good: webWorkload({ kind: 'StatefulSet', spec: 'serviceName: web' }) + headlessService(),
  check(entry, context) {
    const name = textField(objectField(entry.object, 'spec'), 'serviceName');
    if (name === undefined) return;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/spec/serviceName',
        severity: 'warning',
        verb: 'names its pods by',
        target: { group: '', kind: 'Service', namespace: entry.namespace, name },
        consequences: [
          `the pods run, but DNS has no \`${entry.name}-0.${name}.${entry.namespace}.svc\`: none is found by its name`,
        ],
        ownNamespaceOnly: 'the Service of a StatefulSet is one of its own namespace',
      },
      context,
    );
  },
});
