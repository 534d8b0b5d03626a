import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { webhookExample } from '../../../../lib/check/rules/references/webhooks/webhook-example';
import { checkManifests } from '../../manifests';

const codes = (text: string) =>
  checkManifests(text + webWorkload())
    .filter(({ code }) => /^K3(68|69|70|71)/.test(code))
    .map(({ code, severity }) => `${code} ${severity}`);

describe('a webhook', () => {
  test('asks a Service that is there, on a port that it has', () => {
    expect(codes(webhookExample())).toEqual([]);
    expect(codes(webhookExample({ service: 'wep' }))).toEqual(['K368 error']);
    expect(codes(webhookExample({ service: 'wep' }).replace('Policy: Fail', 'Policy: Ignore'))).toEqual([
      'K368 warning',
    ]);
    expect(codes(webhookExample({ port: 8443 }))).toEqual(['K369 error']);
  });

  test('gets its authority from somewhere', () => {
    expect(codes(webhookExample({ caBundle: '' }))).toEqual(['K370 warning']);
    expect(codes(webhookExample({ caBundle: 'Cg==' }))).toEqual(['K370 warning']);
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: patcher }
rules: [{ apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], verbs: [get, patch] }]
---
`;
    expect(codes(webhookExample({ caBundle: '' }) + role)).toEqual([]);
  });

  test('is not asked about its own pods, where nothing is admitted without it', () => {
    const all = webhookExample({ namespaceSelector: '' });
    expect(codes(all)).toEqual(['K371 warning']);
    expect(codes(all.replace('Policy: Fail', 'Policy: Ignore'))).toEqual([]);
    expect(codes(all.replace('resources: [pods]', 'resources: [pods/exec]'))).toEqual([]);
    expect(
      codes(all.replace('    rules:', '    objectSelector: { matchLabels: { app: other } }\n    rules:')),
    ).toEqual([]);
  });
});
