import { ExternalService, type ExternalServiceProps } from '../../lib/patterns/external-service';
import { names, only, synth, type Synthesized } from './synth';

const LABELS = { 'app.kubernetes.io/name': 'db' };
const external = (props: ExternalServiceProps<'pg'>): Synthesized[] =>
  synth((chart) => new ExternalService(chart, 'db', props));

describe('ExternalService', () => {
  test('answers for a name with a CNAME', () => {
    expect(external({ externalName: 'db.example.com' })).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'db', labels: LABELS },
        spec: { type: 'ExternalName', externalName: 'db.example.com' },
      },
    ]);
  });

  test('puts addresses behind a Service without a selector by an EndpointSlice', () => {
    const objects = external({
      addresses: ['192.0.2.10', '192.0.2.11'],
      ports: { pg: { port: 5432, targetPort: 15432 } },
    });
    expect(only(objects, 'Service').spec).toEqual({ ports: [{ name: 'pg', port: 5432, targetPort: 15432 }] });
    expect(only(objects, 'EndpointSlice')).toEqual({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'db',
        labels: {
          ...LABELS,
          'kubernetes.io/service-name': 'db',
          'endpointslice.kubernetes.io/managed-by': 'kubewright',
        },
      },
      addressType: 'IPv4',
      endpoints: [
        { addresses: ['192.0.2.10'], conditions: { ready: true } },
        { addresses: ['192.0.2.11'], conditions: { ready: true } },
      ],
      ports: [{ name: 'pg', port: 15432 }],
    });
    const [, v6] = external({ addresses: ['2001:db8::1'], ports: { pg: 5432 } });
    expect(v6?.addressType).toBe('IPv6');
  });

  test('writes Endpoints on request, and takes a patch of every object', () => {
    const objects = external({
      addresses: ['192.0.2.10'],
      ports: { pg: 5432 },
      kind: 'Endpoints',
      patch: {
        service: { metadata: { labels: { a: 'b' } } },
        endpoints: { metadata: { labels: { c: 'd' } } },
      },
    });
    expect(names(objects)).toEqual(['Service db', 'Endpoints db']);
    expect(only(objects, 'Service').metadata.labels).toEqual({ ...LABELS, a: 'b' });
    expect(only(objects, 'Endpoints')).toEqual({
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name: 'db', labels: { ...LABELS, c: 'd' } },
      subsets: [{ addresses: [{ ip: '192.0.2.10' }], ports: [{ name: 'pg', port: 5432 }] }],
    });
    const slice = external({
      addresses: ['192.0.2.10'],
      ports: { pg: 5432 },
      patch: { endpointSlice: { ports: [{ port: 1 }] } },
    });
    expect(only(slice, 'EndpointSlice').ports).toEqual([{ port: 1 }]);
  });

  test.each([
    [{ addresses: [], ports: { pg: 1 } }, 'addresses is empty'],
    [{ addresses: ['192.0.2.1', '2001:db8::1'], ports: { pg: 1 } }, 'addresses are of both IP families'],
    [
      { addresses: ['db.example.com'], ports: { pg: 1 } },
      "addresses has 'db.example.com', which is no IP address",
    ],
    [{ addresses: ['192.0.2.1'], ports: { pg: 70000 } }, 'ports.pg is 70000'],
    [{ addresses: ['192.0.2.1'], ports: { 'p g': 1 } as never }, "name of a port is 'p g', which is refused"],
    [{ externalName: 'https://db' }, "externalName is 'https://db', which is refused"],
  ] as const)('refuses %j', (props, message) => {
    expect(() => external(props)).toThrow(`ExternalService 'chart/db': ${message}`);
  });
});
