import { type Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { WebService, type WebServiceProps } from '../../lib/patterns/web-service';
import { names, only, synth } from './synth';

const IMAGE = 'ghcr.io/acme/shop:1.4.2';
const NAME = { 'app.kubernetes.io/name': 'shop' };
const FULL: WebServiceProps<'http' | 'metrics'> = {
  image: IMAGE,
  labels: { team: 'a' },
  annotations: { 'example.com/owner': 'a' },
  autoscale: { min: 2, max: 5, cpu: '70%' },
  ports: {
    http: { containerPort: 8080, servicePort: 80 },
    metrics: { containerPort: 9090, servicePort: false },
  },
  service: { type: 'NodePort', annotations: { 'example.com/lb': 'x' } },
  ingress: { className: 'nginx', hosts: { 'shop.example.com': { '/': 'http' } }, tls: 'shop-tls' },
  disruptionBudget: { maxUnavailable: 1 },
  networkPolicy: { allowFrom: [{ peers: ['same-namespace'], ports: ['http'] }] },
  serviceAccount: { rules: { core: { configmaps: ['get'] } } },
};

const shop =
  (props: WebServiceProps<'http'>) =>
  (chart: Chart): void => {
    new WebService(chart, 'shop', props);
  };

describe('WebService', () => {
  test('with defaults makes a secure Deployment and a ClusterIP Service, and nothing else', () => {
    expect(synth(shop({ image: IMAGE, ports: { http: 8080 } }))).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'shop', labels: NAME },
        spec: {
          selector: { matchLabels: NAME },
          template: {
            metadata: { labels: NAME },
            spec: {
              automountServiceAccountToken: false,
              securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
              containers: [
                {
                  name: 'shop',
                  image: IMAGE,
                  ports: [{ name: 'http', containerPort: 8080 }],
                  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                },
              ],
            },
          },
        },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'shop', labels: NAME },
        spec: { selector: NAME, ports: [{ name: 'http', port: 8080, targetPort: 'http' }] },
      },
    ]);
  });

  test("with defaults 'none' emits exactly what was written, and the selector that a Deployment needs", () => {
    const objects = synth(shop({ image: IMAGE, ports: { http: 8080 }, defaults: 'none' }));
    expect(objects).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'shop' },
        spec: {
          selector: { matchLabels: NAME },
          template: {
            metadata: { labels: NAME },
            spec: {
              containers: [{ name: 'shop', image: IMAGE, ports: [{ name: 'http', containerPort: 8080 }] }],
            },
          },
        },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'shop' },
        spec: { selector: NAME, ports: [{ name: 'http', port: 8080, targetPort: 'http' }] },
      },
    ]);
  });

  test('makes on request Ingress, autoscaler, budget, policy and account, all of one name and namespace', () => {
    const objects = synth((chart) => new WebService(chart, 'shop', FULL), { namespace: 'web' });
    expect(names(objects)).toEqual([
      'ServiceAccount shop',
      'Role shop',
      'RoleBinding shop',
      'Deployment shop',
      'Service shop',
      'Ingress shop',
      'HorizontalPodAutoscaler shop',
      'PodDisruptionBudget shop',
      'NetworkPolicy shop',
    ]);
    for (const { metadata } of objects) {
      expect(metadata).toMatchObject({
        namespace: 'web',
        labels: { ...NAME, team: 'a' },
        annotations: { 'example.com/owner': 'a' },
      });
    }
    expect(only(objects, 'Deployment').spec.replicas).toBeUndefined();
    expect(only(objects, 'Deployment').spec.template.spec).toMatchObject({ serviceAccountName: 'shop' });
    expect(only(objects, 'Deployment').spec.template.spec).not.toHaveProperty('automountServiceAccountToken');
    expect(only(objects, 'Service')).toMatchObject({
      metadata: { annotations: { 'example.com/lb': 'x' } },
      spec: { type: 'NodePort', ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    });
    expect(only(objects, 'Ingress').spec.rules[0].http.paths[0].backend).toEqual({
      service: { name: 'shop', port: { name: 'http' } },
    });
    expect(only(objects, 'PodDisruptionBudget').spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: NAME },
    });
    expect(only(objects, 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels: NAME });
  });

  test('renders the same when the code moves into another construct', () => {
    const flat = synth((chart) => new WebService(chart, 'shop', FULL), { namespace: 'web' });
    const nested = synth(
      (chart) => new WebService(new Construct(new Construct(chart, 'area'), 'part'), 'shop', FULL),
      { namespace: 'web' },
    );
    expect(nested).toEqual(flat);
  });

  test('is called and placed by its options before its id and its chart', () => {
    const objects = synth(shop({ image: IMAGE, ports: { http: 8080 }, name: 'store', namespace: 'own' }), {
      namespace: 'web',
    });
    expect(names(objects)).toEqual(['Deployment store', 'Service store']);
    expect(objects.map(({ metadata }) => metadata.namespace)).toEqual(['own', 'own']);
  });

  test('takes a patch of each object, to the last field', () => {
    const objects = synth(
      (chart) => {
        const web = new WebService(chart, 'shop', {
          ...FULL,
          patch: {
            deployment: {
              metadata: { labels: { team: null } },
              spec: { strategy: { rollingUpdate: { maxSurge: 3 } }, template: { spec: { hostname: 'h' } } },
            },
            service: { spec: { ports: [{ port: 81 }] } },
            ingress: { spec: { tls: null } },
            autoscaler: { spec: { maxReplicas: 9 } },
            disruptionBudget: { spec: { unhealthyPodEvictionPolicy: 'AlwaysAllow' } },
            networkPolicy: { spec: { policyTypes: ['Ingress', 'Egress'] } },
          },
        });
        web.deployment.addJsonPatch(JsonPatch.add('/spec/podReplacementPolicy', 'Failed'));
      },
      { namespace: 'web' },
    );
    const deployment = only(objects, 'Deployment');
    expect(deployment.metadata.labels).toEqual(NAME);
    expect(deployment.spec).toMatchObject({
      strategy: { rollingUpdate: { maxSurge: 3 } },
      podReplacementPolicy: 'Failed',
      template: { spec: { hostname: 'h', serviceAccountName: 'shop' } },
    });
    expect(only(objects, 'Service').spec.ports).toEqual([{ port: 81 }]);
    expect(only(objects, 'Ingress').spec).not.toHaveProperty('tls');
    expect(only(objects, 'HorizontalPodAutoscaler').spec).toMatchObject({ minReplicas: 2, maxReplicas: 9 });
    expect(only(objects, 'PodDisruptionBudget').spec).toMatchObject({
      maxUnavailable: 1,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    });
    expect(only(objects, 'NetworkPolicy').spec.policyTypes).toEqual(['Ingress', 'Egress']);
  });

  test('offers its ports to routes, and refuses one that is not there', () => {
    synth(
      (chart) => {
        const web = new WebService(chart, 'shop', FULL);
        expect(web.port('http')).toMatchObject({ service: 'shop', name: 'http', number: 80 });
        expect(() => web.port('metrics')).toThrow(
          "WebService 'chart/shop': port asks for port 'metrics', which the Service does not have; its ports are 'http'",
        );
      },
      { namespace: 'web' },
    );
  });

  test('refuses to be without a port', () => {
    expect(() => synth((chart) => new WebService(chart, 'shop', { image: IMAGE }))).toThrow(
      "WebService 'chart/shop': ports give the Service no port",
    );
  });
});
