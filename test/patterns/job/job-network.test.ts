import { BatchJob } from '../../../lib/patterns/batch-job';
import { ReplicaGroup } from '../../../lib/patterns/replica-group';
import { ScheduledJob } from '../../../lib/patterns/scheduled-job';
import { SinglePod } from '../../../lib/patterns/single-pod';
import { StatefulService } from '../../../lib/patterns/stateful-service';
import { Tenant } from '../../../lib/patterns/tenant';
import { App } from 'cdk8s';

interface Policy {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: unknown;
}

test('a backup job reaches the database of its tenant, though all else is denied', () => {
  const team = new Tenant(new App(), 'team-a');
  const backup = new ScheduledJob(team, 'backup', {
    image: 'backup:1',
    schedule: '@daily',
    networkPolicy: { allowTo: [{ namespace: 'backups' }] },
  });
  const db = new StatefulService(team, 'db', {
    image: 'postgres:16',
    ports: { postgres: 5432 },
    networkPolicy: { allowFrom: [{ peers: [backup], ports: ['postgres'] }] },
  });
  const policies = (team.toJson() as Policy[]).filter(({ kind }) => kind === 'NetworkPolicy');
  const specOf = (name: string): unknown => policies.find(({ metadata }) => metadata.name === name)?.spec;
  expect(specOf('db')).toMatchObject({
    podSelector: { matchLabels: db.selectorLabels },
    ingress: [
      {
        from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'backup' } } }],
        ports: [{ port: 'postgres' }],
      },
    ],
  });
  expect(specOf('backup')).toMatchObject({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'backup' } },
    policyTypes: ['Egress'],
  });
});

test.each([
  [
    'BatchJob',
    (team: Tenant) =>
      new BatchJob(team, 'a', { image: 'a:1', nameByContent: true, networkPolicy: { allowFrom: [] } }),
  ],
  [
    'SinglePod',
    (team: Tenant) => new SinglePod(team, 'a', { image: 'a:1', networkPolicy: { allowFrom: [] } }),
  ],
  [
    'ReplicaGroup',
    (team: Tenant) => new ReplicaGroup(team, 'a', { image: 'a:1', networkPolicy: { allowFrom: [] } }),
  ],
])('%s takes a policy of its own, over its pods', (_name, make) => {
  const group = make(new Tenant(new App(), 'team-a'));
  expect(group.networkPolicy?.toJson()).toMatchObject({
    metadata: { name: 'a', namespace: 'team-a' },
    spec: { podSelector: { matchLabels: group.selectorLabels }, policyTypes: ['Ingress'], ingress: [] },
  });
});
