import { ReplicaGroup } from '../../lib/patterns/replica-group';
import { SharedService, type SharedServiceProps } from '../../lib/patterns/shared-service';
import { SinglePod } from '../../lib/patterns/single-pod';
import { WebService } from '../../lib/patterns/web-service';
import { only, synth, type Synthesized } from './synth';

const PORTS = { http: { containerPort: 8080, servicePort: 80, nodePort: 30080 }, admin: 9000 };
const PART = { 'app.kubernetes.io/part-of': 'shop' };

/** A Service over a pod and a group that have `PART` in common. */
const both = (props: Partial<SharedServiceProps<'http' | 'admin'>> = {}): Synthesized =>
  only(
    synth((chart) => {
      const pod = new SinglePod(chart, 'pod', { image: 'a:1', ports: PORTS, labels: PART });
      const group = new ReplicaGroup(chart, 'group', { image: 'a:1', ports: PORTS, labels: PART });
      new SharedService(chart, 'all', { pods: [pod, group], ...props });
    }),
    'Service',
  );

describe('SharedService', () => {
  test('selects by the labels that all pods have in common, on the ports of the first', () => {
    expect(both()).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'all', labels: { 'app.kubernetes.io/name': 'all' } },
      spec: {
        selector: PART,
        ports: [
          { name: 'http', port: 80, targetPort: 'http' },
          { name: 'admin', port: 9000, targetPort: 'admin' },
        ],
      },
    });
  });

  test('has the ports, the type and the patch that it is given', () => {
    const { spec } = both({
      ports: { http: 81 },
      service: { type: 'NodePort' },
      patch: { service: { spec: { sessionAffinity: 'ClientIP' } } },
    });
    expect(spec).toMatchObject({
      type: 'NodePort',
      sessionAffinity: 'ClientIP',
      ports: [{ name: 'http', port: 81, targetPort: 'http', nodePort: 30080 }],
    });
  });

  test('is a further Service over one workload by its selector', () => {
    const service = only(
      synth((chart) => {
        const web = new WebService(chart, 'web', { image: 'a:1', ports: { http: 8080 }, labels: PART });
        const further = new SharedService(chart, 'further', { pods: [web] });
        expect(further.port('http')).toMatchObject({ service: 'further', number: 8080 });
      }),
      'Service',
      'further',
    );
    expect(service.spec.selector).toEqual({ 'app.kubernetes.io/name': 'web' });
  });

  test('refuses pods that it could not send to', () => {
    expect(() => synth((chart) => new SharedService(chart, 'all', { pods: [] }))).toThrow(
      "SharedService 'chart/all': pods is empty",
    );
    expect(() => both({ selector: { app: 'x' } })).toThrow(
      "selector asks for 'app=x', which the pods of 'pod' do not have",
    );
    expect(() => both({ namespace: 'elsewhere' })).toThrow("pods has 'pod' of namespace ''");
    expect(() => both({ ports: { http: 0 } })).toThrow('ports.http is 0');
    expect(() =>
      synth((chart) => {
        const pods = ['a', 'b'].map((id) => new SinglePod(chart, id, { image: 'a:1', ports: { http: 80 } }));
        new SharedService(chart, 'all', { pods });
      }),
    ).toThrow("pods have no label in common: 'a', 'b'");
    expect(() =>
      synth((chart) => {
        const a = new SinglePod<'http'>(chart, 'a', { image: 'a:1', ports: { http: 80 }, labels: PART });
        const b = new SinglePod<'http'>(chart, 'b', { image: 'a:1', labels: PART });
        new SharedService(chart, 'all', { pods: [a, b] });
      }),
    ).toThrow("ports.http is no port of 'b'");
  });
});
