import { objectField, textField, textMapField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { headlessService } from './example/headless-service';
import { webWorkload } from './example/web-workload';
import { selectedPods } from './selection/selected-pods';
import { showLabels } from './selection/show-labels';

const SET = webWorkload({ kind: 'StatefulSet', spec: 'serviceName: web' });

export default defineRule({
  code: 'K362',
  name: 'stateful-set-service-unfit',
  group: 'references',
  severity: 'warning',
  kinds: ['apps/StatefulSet'],
  reads: ['Service'],
  summary: 'A StatefulSet whose Service gives its pods no names',
  explanation: `Pods of a StatefulSet get names of their own in DNS (\`web-0.web.shop.svc\`) from the Service that \`serviceName\` names, if it is headless
(\`clusterIP: None\`) and selects them. A Service with an address of its own has one name for all; what it does not select it does not name.

A StatefulSet may have a second Service, with an address, for those who do not care which pod they reach.`,
  bad: [
    { title: 'not headless', manifests: SET + headlessService({ clusterIP: '' }) },
    {
      title: 'other pods',
      manifests:
        SET + headlessService({ selector: 'app: db' }) + webWorkload({ name: 'db', labels: 'app: db' }),
    },
  ],
  good: SET + headlessService(),
  check(entry, { set, report }) {
    const name = textField(objectField(entry.object, 'spec'), 'serviceName');
    const service = name === undefined ? undefined : set.find('', 'Service', entry.namespace, name);
    const template = podTemplate(entry.object);
    if (service === undefined || template === undefined || name === undefined) return;
    const spec = objectField(service.object, 'spec');
    const selector = textMapField(spec, 'selector');
    const dnsName = `${entry.name}-0.${name}.${entry.namespace}.svc`;
    const isHeadless = textField(spec, 'clusterIP') === 'None';
    if (!isHeadless) {
      report({
        object: entry,
        path: '/spec/serviceName',
        title: `${objectTitle(entry)} names its pods by ${objectTitle(service)}, which is not headless`,
        label: `serviceName is \`${name}\``,
        others: [{ entry: service, path: '/spec/clusterIP', label: 'has an address of its own' }],
        notes: [`DNS has one name for all of its pods, and no \`${dnsName}\``],
        help: [
          'write `clusterIP: None` in the Service (it cannot be changed there: delete it first), or leave `serviceName` to a headless Service beside it',
        ],
      });
      return;
    }
    // Without a selector somebody else sees to its endpoints.
    if (Object.keys(selector).length === 0) return;
    if (selectedPods(set, entry.namespace, selector).some((pod) => pod.entry === entry)) return;
    report({
      object: entry,
      path: '/spec/serviceName',
      title: `${objectTitle(entry)} names its pods by ${objectTitle(service)}, which does not select them`,
      label: `serviceName is \`${name}\``,
      others: [
        { entry: service, path: '/spec/selector', label: `selector is \`${showLabels(selector)}\`` },
        {
          entry,
          path: `${template.pointer}/metadata/labels`,
          label: `labels of the pods: \`${showLabels(template.labels)}\``,
        },
      ],
      notes: [`DNS has no \`${dnsName}\``],
      help: ['let the selector of the Service be that of the StatefulSet'],
    });
  },
});
