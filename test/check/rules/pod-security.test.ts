import { type CheckOptions } from '../../../lib/check/check-options';
import { type External } from '../../../lib/check/external/external';
import { type Diagnostic } from '../../../lib/diagnostics/diagnostic';
import { checkManifests } from '../manifests';

const PREFIX = 'pod-security.kubernetes.io/';

function namespace(labels: Readonly<Record<string, string>>): string {
  const list = Object.entries(labels).map(([key, value]) => `${PREFIX}${key}: ${value}`);
  return `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { ${list.join(', ')} } }\n---\n`;
}

const pod = (spec: string, container = '', kind = 'Pod'): string => {
  const body = `{ ${spec}${spec === '' ? '' : ', '}containers: [{ name: web, image: example.com/web:1.0.0${container === '' ? '' : `, ${container}`} }] }`;
  const template = `{ metadata: { labels: { app: web } }, spec: ${body} }`;
  const head = 'metadata: { name: web, namespace: shop }';
  switch (kind) {
    case 'Pod':
      return `apiVersion: v1\nkind: Pod\n${head}\nspec: ${body}\n`;
    case 'PodTemplate':
      return `apiVersion: v1\nkind: PodTemplate\n${head}\ntemplate: ${template}\n`;
    case 'CronJob':
      return `apiVersion: batch/v1\nkind: CronJob\n${head}\nspec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: ${template} } } }\n`;
    default:
      return `apiVersion: apps/v1\nkind: ${kind}\n${head}\nspec: { selector: { matchLabels: { app: web } }, template: ${template} }\n`;
  }
};

function podSecurity(text: string, options?: CheckOptions): readonly Diagnostic[] {
  return checkManifests(text, options).filter(({ code }) => code.startsWith('K5'));
}
const found = (text: string, options?: CheckOptions): readonly string[] =>
  podSecurity(text, options).map(({ code, severity }) => `${severity} ${code}`);

describe('the labels of the namespace', () => {
  const hostile = pod('hostPID: true');

  test.each([
    [{ enforce: 'baseline' }, ['error K501']],
    [{ enforce: 'privileged', warn: 'baseline' }, ['warning K501']],
    [{ audit: 'baseline' }, ['warning K501']],
    [{ enforce: 'privileged' }, []],
    [{ 'enforce-version': 'v1.34' }, ['warning K521']],
    [{ enforce: 'base' }, ['error K520']],
    [
      { enforce: 'baseline', warn: 'restricted' },
      ['error K501', ...[4, 5, 7, 8].map((n) => `warning K51${n}`)],
    ],
  ])('%p say what becomes of a pod', (labels, expected) => {
    expect([...found(namespace(labels) + hostile)].sort()).toEqual([...expected].sort());
  });

  test('are of the namespace of the pod alone; without the Namespace nothing is known', () => {
    expect(found(hostile)).toEqual([]);
    expect(
      found(namespace({ enforce: 'baseline' }) + hostile.replace('namespace: shop', 'namespace: till')),
    ).toEqual([]);
  });

  test('name the version that counts, which is no newer than the cluster', () => {
    const probed = pod('', 'livenessProbe: { tcpSocket: { host: localhost, port: 80 } }');
    expect(found(namespace({ enforce: 'baseline' }) + probed)).toEqual(['error K512']);
    expect(found(namespace({ enforce: 'baseline', 'enforce-version': 'v1.33' }) + probed)).toEqual([]);
    expect(
      found(namespace({ enforce: 'baseline', 'enforce-version': 'v1.35' }) + probed, { target: '1.33' }),
    ).toEqual([]);
    const [finding] = podSecurity(namespace({ enforce: 'baseline', 'enforce-version': 'v1.34' }) + probed);
    expect(finding?.notes.join()).toContain('violates PodSecurity "baseline:v1.34": probe or lifecycle host');
    expect(finding?.spans[1]?.label).toBe(`label ${PREFIX}enforce is baseline, version v1.34`);
  });
});

describe('a workload', () => {
  test.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'CronJob'])(
    'of kind %s is accepted, and its pods are not',
    (kind) => {
      const [finding, ...more] = podSecurity(
        namespace({ enforce: 'baseline' }) + pod('hostIPC: true', '', kind),
      );
      expect(more).toEqual([]);
      expect(finding?.title).toBe(
        `pods of ${kind} \`shop/web\` share namespaces of their node, which Pod Security \`baseline\` forbids`,
      );
      expect(finding?.path).toMatch(/\/template\/spec\/hostIPC$/);
      expect(finding?.notes[0]).toBe(
        `the ${kind} is accepted with a warning, but every pod is refused (FailedCreate): violates PodSecurity "baseline:latest": host namespaces (hostIPC=true)`,
      );
    },
  );

  test('is accepted without a warning where there is none for it', () => {
    const text =
      namespace({ enforce: 'baseline', warn: 'privileged' }) + pod('hostIPC: true', '', 'Deployment');
    expect(podSecurity(text)[0]?.notes[0]).toMatch(/^the Deployment is accepted, but every pod is refused/);
  });

  test('that nothing makes pods of is warned of', () => {
    expect(found(namespace({ enforce: 'baseline' }) + pod('hostIPC: true', '', 'PodTemplate'))).toEqual([
      'warning K501',
    ]);
  });
});

describe('a control of restricted that stands in for one of baseline', () => {
  test('does not say again what the milder one says by a stricter mode', () => {
    const labels = namespace({ enforce: 'baseline', warn: 'restricted' });
    const fit =
      'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [NET_ADMIN, CHOWN] } }';
    const text =
      labels + pod('securityContext: { runAsNonRoot: true, seccompProfile: { type: Unconfined } }', fit);
    const all = podSecurity(text);
    expect(all.map(({ code, severity, path }) => `${severity} ${code} ${path ?? ''}`)).toEqual([
      'error K505 /spec/containers/0/securityContext/capabilities/add/0',
      'error K509 /spec/securityContext/seccompProfile/type',
      'warning K518 /spec/containers/0/securityContext/capabilities/add/1',
    ]);
  });

  test('says which level takes such pods', () => {
    const of = (spec: string): string | undefined =>
      podSecurity(
        namespace({ enforce: 'restricted' }) +
          pod(
            `securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, ${spec}`,
            'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }',
          ),
      )[0]?.help.at(-1);
    expect(of('volumes: [{ name: v, nfs: { server: a, path: /b } }]')).toContain(
      `\`${PREFIX}enforce: baseline\``,
    );
    expect(of('volumes: [{ name: v, hostPath: { path: /b } }]')).toContain(
      `\`${PREFIX}enforce: privileged\``,
    );
  });
});

describe('what the server fills in', () => {
  test('is told of where its cause is', () => {
    const text =
      namespace({ enforce: 'baseline' }) + pod('hostNetwork: true', 'ports: [{ containerPort: 8080 }]');
    const all = podSecurity(text);
    expect(all.map(({ code }) => code)).toEqual(['K501']);
    expect(all[0]?.notes[1]).toBe(
      'with `hostNetwork` every `containerPort` of a pod is a port of its node too: hostPort (container "web" uses hostPort 8080)',
    );
  });

  test('counts for the pods of a workload, and not for the workload', () => {
    const ports = 'ports: [{ containerPort: 8080 }, { containerPort: 9090, hostPort: 9090 }]';
    const note = (labels: Readonly<Record<string, string>>): string | undefined =>
      podSecurity(namespace(labels) + pod('hostNetwork: true', ports, 'Deployment')).find(
        ({ code }) => code === 'K504',
      )?.notes[0];
    expect(note({ enforce: 'baseline' })).toContain('uses hostPorts 8080, 9090');
    expect(note({ warn: 'baseline' })).toContain('uses hostPort 9090');
  });

  test('counts for what it is reset to', () => {
    const text = namespace({ enforce: 'baseline' }) + pod('', 'securityContext: { procMount: Unmasked }');
    expect(found(text, { target: '1.32' })).toEqual([]);
    expect(found(text, { target: '1.33' })).toEqual(['error K508']);
  });
});

describe('what lies outside of the set', () => {
  const hostile = pod('hostPID: true, runtimeClassName: gvisor');
  const by = (external: External): CheckOptions => ({ external });

  test('is a Namespace that is declared with its labels', () => {
    const declared: External = {
      objects: [{ kind: 'Namespace', name: 'sh*', labels: { [`${PREFIX}enforce`]: 'baseline' } }],
    };
    const [finding] = podSecurity(hostile, by(declared));
    expect(finding?.code).toBe('K501');
    expect(finding?.notes[1]).toBe(
      'Namespace `shop` is declared in `external` with the label `pod-security.kubernetes.io/enforce: baseline`',
    );
    // The set knows better.
    expect(found(namespace({ enforce: 'privileged' }) + hostile, by(declared))).toEqual([]);
  });

  test('is the configuration of the cluster', () => {
    const podSecurityOf = (exempt: object): CheckOptions =>
      by({ podSecurity: { enforce: 'baseline', exempt } });
    const [finding] = podSecurity(hostile, podSecurityOf({}));
    expect(finding?.code).toBe('K501');
    expect(finding?.notes[1]).toBe(
      "Namespace `shop` has no label `pod-security.kubernetes.io/enforce`; the cluster's default is `baseline` (external.podSecurity)",
    );
    expect(found(namespace({ enforce: 'privileged' }) + hostile, podSecurityOf({}))).toEqual([]);
    expect(found(hostile, podSecurityOf({ namespaces: ['shop'] }))).toEqual([]);
    expect(found(hostile, podSecurityOf({ runtimeClasses: ['gvisor'] }))).toEqual([]);
    expect(found(hostile, podSecurityOf({ namespaces: ['till'], runtimeClasses: ['kata'] }))).toEqual([
      'error K501',
    ]);
    // It gives the version of a level that nobody names a meaning.
    expect(found(namespace({ 'enforce-version': 'v1.34' }) + hostile, podSecurityOf({}))).toEqual([
      'error K501',
    ]);
  });
});

// Mistakes 66 to 68 and 76 of the notes that the library is held against.
test.each(['type: ""', 'type: DirectoryOrCreate', 'type: FileOrCreate'])(
  'hostPath (%s) is refused in a namespace with baseline',
  (type) => {
    const text =
      namespace({ enforce: 'baseline' }) +
      pod(
        `volumes: [{ name: host-volume, hostPath: { path: /host, ${type} } }]`,
        'volumeMounts: [{ name: host-volume, mountPath: /host }]',
      );
    const [finding, ...more] = podSecurity(text);
    expect(more).toEqual([]);
    expect(finding?.code).toBe('K503');
    expect(finding?.notes[0]).toBe(
      'the API server refuses it: violates PodSecurity "baseline:latest": hostPath volumes (volume "host-volume")',
    );
  },
);

test('a broken pod is not held against anybody twice', () => {
  const broken = `${namespace({ enforce: 'restricted' })}apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec: { containers: nothing, volumes: 3, securityContext: [] }\n`;
  expect(found(broken)).toEqual([]);
});
