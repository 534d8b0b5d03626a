import { checkManifests, findingsIn } from '../../manifests';

const limitRange = (name: string, ...items: readonly string[]): string => `apiVersion: v1
kind: LimitRange
metadata: { name: ${name}, namespace: team-a }
spec: { limits: [${items.map((item) => `{ ${item} }`).join(', ')}] }
`;
const pod = (resources: string, more = ''): string => `apiVersion: v1
kind: Pod
metadata: { name: probe, namespace: team-a }
spec:
  containers: [{ name: probe, image: example.com/probe:1.0.0, resources: { ${resources} } }]
  ${more}
`;
const findings = (...manifests: readonly string[]): readonly string[] =>
  findingsIn(manifests.join('---\n')).filter((text) => text.startsWith('K41'));
const only = (code: string, ...manifests: readonly string[]) =>
  checkManifests(manifests.join('---\n')).find((each) => each.code === code);

describe('the ratio of limit to request', () => {
  const ratio = limitRange('limits', 'type: Container, maxLimitRequestRatio: { cpu: 2, memory: 1.5 }');

  it('is held, with what to write', () => {
    const found = only(
      'K413',
      ratio,
      pod('requests: { cpu: 300m, memory: 100Mi }, limits: { cpu: 1, memory: 256Mi }'),
    );
    expect(found?.title).toBe('Pod `team-a/probe` exceeds the LimitRange `limits`');
    expect(found?.notes.join()).toContain(
      'cpu max limit to request ratio per Container is 2, but provided ratio is 3.333333',
    );
    expect(found?.help).toEqual([
      'raise the request of the cpu of `probe` to 500m, or lower its limit to 600m',
      'raise the request of the memory of `probe` to 171Mi, or lower its limit to 150Mi',
    ]);
  });

  it('wants both to be there', () => {
    expect(only('K413', ratio, pod('requests: { cpu: 1, memory: 1Mi }'))?.notes.join()).toContain(
      'but no limit is specified or limit is 0',
    );
    expect(findings(ratio, pod('limits: { cpu: 1, memory: 1Mi }'))).toEqual([]);
  });
});

describe('a claim', () => {
  const claims = limitRange(
    'claims',
    'type: PersistentVolumeClaim, min: { storage: 1Gi }, max: { storage: 10Gi }',
  );
  const spec = (storage: string) =>
    `{ accessModes: [ReadWriteOnce], resources: { requests: { storage: ${storage} } } }`;

  it('is held to its bounds wherever it is made', () => {
    const volume = `volumes: [{ name: scratch, ephemeral: { volumeClaimTemplate: { spec: ${spec('500Mi')} } } }]`;
    expect(findings(claims, pod('', volume))).toEqual([
      'K414 ephemeral volume `scratch` of Pod `team-a/probe` asks for less than the LimitRange `claims` permits',
    ]);
    const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: team-a }
spec: { volumeClaimTemplates: [{ metadata: { name: data }, spec: ${spec('20Gi')} }] }
`;
    const found = only('K414', claims, set);
    expect(found?.title).toBe(
      'claim template `data` of StatefulSet `team-a/db` asks for more than the LimitRange `claims` permits',
    );
    expect(found?.path).toBe('/spec/volumeClaimTemplates/0/spec/resources/requests/storage');
    expect(found?.notes[0]).toContain(
      '"maximum storage usage per PersistentVolumeClaim is 10Gi, but request is 20Gi"',
    );
    expect(found?.help).toEqual(["lower the request to 10Gi, or raise the LimitRange's max to 20Gi"]);
  });

  it('is fine within them, and does not count as a pod', () => {
    const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: team-a }
spec: ${spec('10Gi')}
`;
    expect(findings(claims, limitRange('pods', 'type: Pod, max: { cpu: 1 }'), claim)).toEqual([]);
  });
});

describe('defaults of several LimitRanges', () => {
  it('may not differ, be they written or taken from a maximum', () => {
    const found = findings(
      limitRange('a', 'type: Container, max: { cpu: 2 }'),
      limitRange('b', 'type: Container, default: { cpu: 1 }, defaultRequest: { cpu: 2 }'),
    );
    expect(found).toEqual(['K415 LimitRange `team-a/b` and `a` give containers different defaults']);
    expect(
      findings(
        limitRange('a', 'type: Container, max: { cpu: 2 }'),
        limitRange('b', 'type: Pod, max: { cpu: 1 }'),
      ),
    ).toEqual([]);
  });
});

describe('a request without a limit', () => {
  it('has to be within the limit that comes of the LimitRange', () => {
    const limits = limitRange('limits', 'type: Container, max: { cpu: 2 }, default: { cpu: 500m }');
    const found = only('K416', limits, pod('requests: { cpu: 1 }'));
    expect(found?.title).toBe(
      'container `probe` of Pod `team-a/probe` asks for 1 of cpu, and gets a limit of 500m',
    );
    expect(found?.path).toBe('/spec/containers/0/resources/requests/cpu');
    expect(found?.help).toEqual(['write a limit of 1 or more, or lower the request to 500m']);
    expect(findings(limits, pod('requests: { cpu: 1 }, limits: { cpu: 1 }'))).toEqual([]);
    expect(findings(limits, pod('requests: { cpu: 500m }'))).toEqual([]);
  });

  it('has to be the same where the resource cannot be shared', () => {
    const gpus = limitRange('limits', 'type: Container, default: { example.com/gpu: 2 }');
    expect(only('K416', gpus, pod('requests: { example.com/gpu: 1 }'))?.notes[0]).toContain(
      'must be equal to example.com/gpu limit of 2',
    );
  });
});
