import { type Ports } from '../../../lib/patterns/pod/ports';
import { type ServiceOptions } from '../../../lib/patterns/service/service-options';
import { WebService } from '../../../lib/patterns/web-service';
import { only, synth, type Synthesized } from '../synth';

const NAME = { 'app.kubernetes.io/name': 'web' };
const service = (options: ServiceOptions, ports: Ports<string> = { http: 80 }): Synthesized =>
  only(
    synth((chart) => new WebService<string>(chart, 'web', { image: 'a:1', ports, service: options })),
    'Service',
  );
const HTTP = { name: 'http', port: 80, targetPort: 'http' };

describe('a Service', () => {
  test.each<[ServiceOptions, object]>([
    [{}, {}],
    [
      { type: 'ClusterIP', clusterIP: '10.0.0.1' },
      { type: 'ClusterIP', clusterIP: '10.0.0.1' },
    ],
    [
      { type: 'Headless', publishNotReadyAddresses: true },
      { clusterIP: 'None', publishNotReadyAddresses: true },
    ],
    [
      { type: 'NodePort', externalTrafficPolicy: 'Local' },
      { type: 'NodePort', externalTrafficPolicy: 'Local' },
    ],
    [
      {
        type: 'LoadBalancer',
        loadBalancerClass: 'example.com/lb',
        loadBalancerSourceRanges: ['192.0.2.0/24'],
        allocateLoadBalancerNodePorts: false,
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30001,
      },
      {
        type: 'LoadBalancer',
        loadBalancerClass: 'example.com/lb',
        loadBalancerSourceRanges: ['192.0.2.0/24'],
        allocateLoadBalancerNodePorts: false,
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 30001,
      },
    ],
    [{ sessionAffinity: 'ClientIP' }, { sessionAffinity: 'ClientIP' }],
    [
      { sessionAffinity: { timeoutSeconds: 60 } },
      { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } },
    ],
    [
      {
        internalTrafficPolicy: 'Local',
        ipFamilyPolicy: 'RequireDualStack',
        ipFamilies: ['IPv4', 'IPv6'],
        externalIPs: ['192.0.2.1'],
      },
      {
        internalTrafficPolicy: 'Local',
        ipFamilyPolicy: 'RequireDualStack',
        ipFamilies: ['IPv4', 'IPv6'],
        externalIPs: ['192.0.2.1'],
      },
    ],
  ])('with %j has those fields and no other', (options, fields) => {
    expect(service(options).spec).toEqual({ selector: NAME, ports: [HTTP], ...fields });
  });

  test('is marked for itself', () => {
    expect(service({ name: 'front', labels: { a: 'b' }, annotations: { c: 'd' } }).metadata).toEqual({
      name: 'front',
      labels: { ...NAME, a: 'b' },
      annotations: { c: 'd' },
    });
  });

  test('says of each port its number, protocol and node port', () => {
    const ports = {
      http: { containerPort: 8080, servicePort: 80, nodePort: 30080, appProtocol: 'http' },
      dns: { containerPort: 53, protocol: 'UDP' },
      admin: { containerPort: 9000, servicePort: false },
    } as const;
    expect(service({ type: 'NodePort' }, ports).spec.ports).toEqual([
      { ...HTTP, nodePort: 30080, appProtocol: 'http' },
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
    ]);
  });

  test('refuses ports that contradict it', () => {
    expect(() => service({}, { http: { containerPort: 80, nodePort: 30080 } })).toThrow(
      "WebService 'chart/web': ports.http.nodePort is 30080, but a Service of type ClusterIP has no node ports; set service: { type: 'NodePort' }",
    );
    expect(() => service({}, { a: 80, b: { containerPort: 81, servicePort: 80 } })).toThrow(
      "ports.b.servicePort is TCP 80, which port 'a' of the Service is already",
    );
    expect(() => service({}, { a: { containerPort: 80, servicePort: false } })).toThrow(
      'ports give the Service no port',
    );
    expect(() => service({}, { tcp: 53, udp: { containerPort: 53, protocol: 'UDP' } })).not.toThrow();
  });
});
