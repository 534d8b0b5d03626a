import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { checkManifests } from '../../manifests';

const found = (externalName: string, rest = webWorkload()) =>
  checkManifests(`apiVersion: v1
kind: Service
metadata: { name: api, namespace: team }
spec: { type: ExternalName, externalName: ${externalName} }
---
${rest}`).filter(({ code }) => code === 'K380');
const API = `apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
${webWorkload()}`;

describe('another name in DNS', () => {
  test('leads to a Service that is there, in a domain of whatever name', () => {
    for (const domain of ['cluster.local', 'cluster.local.', 'k8s.example.com']) {
      expect(found(`api.shop.svc.${domain}`, API)).toEqual([]);
      const [finding] = found(`apj.shop.svc.${domain}`, API);
      expect(finding?.severity).toBe('error');
      expect(finding?.help[0]).toBe(`did you mean \`api.shop.svc.${domain.replace(/\.$/, '')}\`?`);
    }
    expect(found('API.Shop.svc.cluster.local', API)).toEqual([]);
  });

  test('may lead out of the cluster', () => {
    for (const name of ['api.example.com', 'svc.example.com', 'api.shop.svc', 'db.shop.svc-1.example.com'])
      expect(found(name)).toEqual([]);
  });

  test('may lead to what somebody else has in another Namespace', () => {
    expect(found('api.payments.svc.cluster.local')).toMatchObject([{ severity: 'warning' }]);
    expect(found('api.shop.svc.cluster.local')).toMatchObject([{ severity: 'error' }]);
  });
});
