import { type JsonObject } from '../../../../lib/model/json-value';
import { asks, autoscaler, found, label, pod, quota, titles, workload } from './workloads';

const rolling = (
  replicas: number,
  maxSurge: number | string,
  maxUnavailable: number | string,
  name = 'api',
): JsonObject =>
  workload('Deployment', name, asks('500m'), {
    replicas,
    strategy: { rollingUpdate: { maxSurge, maxUnavailable } },
  });

describe('a rollout in a quota', () => {
  it('stands still where no new pod fits and no old one may go first', () => {
    const [one, ...others] = found([quota({ 'requests.cpu': '1500m' }), rolling(3, 1, 0)]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      code: 'K404',
      severity: 'error',
      title:
        'a rollout of Deployment `team-a/api` finds no room in the ResourceQuota `compute`, and stands still',
      help: [
        'set maxSurge to 0 and maxUnavailable to 1, so that old pods make room for new ones',
        'or raise the quota to requests.cpu: 2',
      ],
    });
    expect(label(one)).toBe('requests.cpu: 3 x 500m + 1 x 500m (surge) = 2');
    expect(one?.notes[0]).toContain(
      '"exceeded quota: compute, requested: requests.cpu=500m, used: requests.cpu=1500m, limited: requests.cpu=1500m"',
    );
    expect(one?.notes[1]).toContain('after 600 s the Deployment says ProgressDeadlineExceeded');
  });

  it('does so by the defaults for up to three replicas, and goes on with four', () => {
    const byDefault = (replicas: number) => workload('Deployment', 'api', asks('500m'), { replicas });
    expect(found([quota({ cpu: '1500m' }), byDefault(3)]).map(({ severity }) => severity)).toEqual(['error']);
    expect(found([quota({ cpu: 2 }), byDefault(4)]).map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('goes on, more slowly, where some of the surge fits', () => {
    expect(titles(quota({ cpu: 2 }), rolling(3, '100%', 0))).toEqual([
      'K404 warning a rollout of Deployment `team-a/api` finds room for 1 of 3 surge pods in the ResourceQuota `compute`',
    ]);
  });

  it('needs nothing more without a surge, when all is recreated, or when it is paused', () => {
    const paused = workload('Deployment', 'api', asks('500m'), { replicas: 3, paused: true });
    expect(titles(quota({ cpu: '1500m' }), rolling(3, 0, 1))).toEqual([]);
    expect(titles(quota({ cpu: '1500m' }), paused)).toEqual([]);
    expect(
      titles(
        quota({ cpu: '500m' }),
        workload('Deployment', 'api', asks('500m'), { strategy: { type: 'Recreate' } }),
      ),
    ).toEqual([]);
  });

  it('may have to wait for others', () => {
    expect(titles(quota({ cpu: '1500m' }), rolling(1, 1, 0, 'a'), rolling(1, 1, 0, 'b'))).toEqual([
      'K404 info ResourceQuota `team-a/compute` has no room for all rollouts of its namespace at once',
    ]);
    expect(titles(quota({ cpu: 2 }), rolling(1, 1, 0, 'a'), rolling(1, 1, 0, 'b'))).toEqual([]);
  });

  it('is not blamed for a quota that is exceeded without it', () => {
    expect(found([quota({ cpu: 1 }), rolling(3, 1, 0)]).map(({ code }) => code)).toEqual(['K401']);
  });

  it('of a DaemonSet puts a second pod on a node', () => {
    const node = (name: string) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
    const agent = workload('DaemonSet', 'agent', asks('500m'), {
      updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    });
    expect(found([quota({ cpu: 1 }), agent, node('a'), node('b')]).map(({ severity }) => severity)).toEqual([
      'error',
    ]);
    expect(found([quota({ cpu: 2 }), agent, node('a'), node('b')])).toEqual([]);
    expect(found([quota({ cpu: 1 }), agent])).toEqual([]);
  });
});

describe('an autoscaler in a quota', () => {
  const api = workload('Deployment', 'api', asks('500m'), { strategy: { type: 'Recreate' } });

  it('is told how far it gets', () => {
    const [one, ...others] = found([quota({ cpu: 2 }), api, autoscaler('api', 1, 10)]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      severity: 'warning',
      title: 'HorizontalPodAutoscaler `team-a/api` gets 4 of its 10 replicas in the ResourceQuota `compute`',
      path: '/spec/maxReplicas',
      help: ['lower maxReplicas to 4', 'or raise the quota to cpu: 5'],
    });
    expect(label(one)).toBe('cpu: 10 x 500m = 5');
  });

  it('shares the room with others', () => {
    const other = workload('Deployment', 'web', asks('500m'), { strategy: { type: 'Recreate' } });
    expect(titles(quota({ cpu: 3 }), api, autoscaler('api', 1, 4), other, autoscaler('web', 1, 4))).toEqual([
      'K405 warning ResourceQuota `team-a/compute` has no room for all autoscalers of its namespace at their maximum',
    ]);
    expect(titles(quota({ cpu: 4 }), api, autoscaler('api', 1, 4), other, autoscaler('web', 1, 4))).toEqual(
      [],
    );
  });
});

describe('a Job in a quota', () => {
  const db = pod('db', asks('1'));
  const job = (spec: JsonObject = {}): JsonObject => workload('Job', 'load', asks('500m'), spec);

  it('waits where none of its pods fits beside what always runs', () => {
    expect(titles(quota({ cpu: '1200m' }), db, job())).toEqual([
      'K407 error Job `team-a/load` finds no room in the ResourceQuota `compute` beside what always runs',
    ]);
    expect(
      titles(quota({ cpu: '1200m' }), db, workload('CronJob', 'load', asks('500m'), { suspend: true })),
    ).toEqual([]);
  });

  it('runs as many as fit, of as many as it would', () => {
    const [one] = found([quota({ cpu: 2 }), db, job({ parallelism: 5, completions: 3 })]);
    expect(one?.title).toBe('Job `team-a/load` runs 2 of 3 pods at a time in the ResourceQuota `compute`');
    expect(one?.severity).toBe('warning');
    expect(one?.help).toEqual(['raise the quota to cpu: 2500m', 'or lower parallelism to 2']);
    expect(titles(quota({ cpu: 2 }), db, job({ parallelism: 5, completions: 2 }))).toEqual([]);
  });

  it('is not part of what is always there', () => {
    expect(
      titles(quota({ cpu: 1 }), workload('Job', 'a', asks('1')), workload('Job', 'b', asks('1'))),
    ).toEqual([]);
  });
});
