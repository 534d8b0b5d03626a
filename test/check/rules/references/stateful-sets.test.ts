import { headlessService } from '../../../../lib/check/rules/references/example/headless-service';
import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { checkManifests } from '../../manifests';

const set = (serviceName: string, labels = 'app: web'): string =>
  webWorkload({
    kind: 'StatefulSet',
    labels,
    spec: serviceName === '' ? 'replicas: 2' : `serviceName: ${serviceName}`,
  });
const found = (text: string) => checkManifests(text).filter(({ code }) => /^K36[12]$/.test(code));
const codes = (text: string): readonly string[] =>
  found(text).map(({ code, severity }) => `${code} ${severity}`);

describe('the Service of a StatefulSet', () => {
  test('is looked for in its own Namespace', () => {
    const elsewhere = headlessService().replace('namespace: shop', 'namespace: team');
    const [finding] = found(
      set('web') + elsewhere + webWorkload().replaceAll('namespace: shop', 'namespace: team'),
    );
    expect(finding?.code).toBe('K361');
    expect(finding?.notes).toContain(
      'there is one in `team`, but the Service of a StatefulSet is one of its own namespace',
    );
    expect(finding?.notes[0]).toContain('`web-0.web.shop.svc`');
  });

  test('may be left out, declared, or made by an operator', () => {
    expect(codes(set(''))).toEqual([]);
    expect(codes(set('web'))).toEqual(['K361 warning']);
    const external = { objects: [{ kind: 'Service', namespace: 'shop', name: 'we*' }] };
    expect(checkManifests(set('web'), { external }).filter(({ code }) => code === 'K361')).toEqual([]);
  });

  test('is headless, of whatever type', () => {
    expect(codes(set('web') + headlessService({ clusterIP: '' }))).toEqual(['K362 warning']);
    expect(
      codes(set('web') + headlessService().replace('clusterIP: None', 'type: ClusterIP\n  clusterIP: None')),
    ).toEqual([]);
    expect(
      codes(set('web') + headlessService({ clusterIP: '' }).replace('type: ClusterIP', 'type: LoadBalancer')),
    ).toEqual(['K362 warning']);
    const [finding] = found(set('web') + headlessService({ clusterIP: '' }));
    expect(finding?.title).toBe(
      'StatefulSet `shop/web` names its pods by Service `shop/web`, which is not headless',
    );
  });

  test('selects its pods, if it selects any', () => {
    expect(
      codes(
        set('web') +
          headlessService({ selector: 'app: db' }) +
          webWorkload({ name: 'db', labels: 'app: db' }),
      ),
    ).toEqual(['K362 warning']);
    // By some of their labels, or by one that the controller gives.
    expect(codes(set('web', 'app: web, tier: back') + headlessService({ selector: 'tier: back' }))).toEqual(
      [],
    );
    expect(
      codes(set('web') + headlessService({ selector: 'statefulset.kubernetes.io/pod-name: web-0' })),
    ).toEqual([]);
    expect(
      codes(
        set('web') +
          headlessService({ selector: 'statefulset.kubernetes.io/pod-name: db-0' }) +
          webWorkload({ kind: 'StatefulSet', name: 'db', labels: 'app: db' }),
      ),
    ).toEqual(['K362 warning']);
    // Somebody else sees to its endpoints.
    expect(codes(set('web') + headlessService().replace('  selector: { app: web }\n', ''))).toEqual([]);
  });

  test('is one, where another that selects them has an address', () => {
    const other = headlessService({ clusterIP: '' }).replace('name: web', 'name: web-public');
    expect(codes(set('web') + headlessService() + other)).toEqual([]);
  });
});
