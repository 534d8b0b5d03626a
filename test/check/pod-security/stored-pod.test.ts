import { evaluatePod } from '../../../lib/check/pod-security/evaluate-pod';
import { refusalsInWords } from '../../../lib/check/pod-security/refusal-in-words';
import { type CheckedPod, storedPod, storedTemplate } from '../../../lib/check/pod-security/stored-pod';
import { type JsonObject } from '../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../lib/model/kubernetes-version';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/a';

const pod = (spec: JsonObject, container: JsonObject = {}, annotations: JsonObject = {}): CheckedPod => ({
  metadata: { annotations },
  spec: { ...spec, containers: [{ name: 'a', ...container }] },
});
const said = (of: CheckedPod, target: KubernetesVersion, minor = 36): string =>
  refusalsInWords(evaluatePod('baseline', minor, target, of));

// Each text is what servers of 1.28, 1.33 and 1.36 answer.
describe('a pod, as the server has it', () => {
  test('has its ports on the node when it is on its network, and a template has not', () => {
    const written = pod(
      { hostNetwork: true },
      { ports: [{ containerPort: 8080 }, { containerPort: 1, hostPort: 2 }] },
    );
    expect(said(storedPod(written, '1.36'), '1.36')).toBe(
      'host namespaces (hostNetwork=true), hostPort (container "a" uses hostPorts 2, 8080)',
    );
    expect(said(storedTemplate(written, '1.36'), '1.36')).toBe(
      'host namespaces (hostNetwork=true), hostPort (container "a" uses hostPort 2)',
    );
  });

  test('has its /proc masked where the feature gate is off by default', () => {
    const written = pod({}, { securityContext: { procMount: 'Unmasked', privileged: true } });
    const privileged = 'privileged (container "a" must not set securityContext.privileged=true)';
    expect(said(storedTemplate(written, '1.32'), '1.32')).toBe(privileged);
    expect(said(storedTemplate(written, '1.33'), '1.33')).toBe(
      `${privileged}, procMount (container "a" must not set securityContext.procMount to "Unmasked")`,
    );
  });

  test('has an emptyDir where a volume says nothing', () => {
    const written = pod({ volumes: [{ name: 'v' }, { name: 'w', hostPath: null }, { name: 'x', nfs: {} }] });
    expect(storedTemplate(written, '1.36').spec.volumes).toEqual([
      { name: 'v', emptyDir: {} },
      { name: 'w', hostPath: null, emptyDir: {} },
      { name: 'x', nfs: {} },
    ]);
  });

  test('has the AppArmor profile of an annotation in the field, and before 1.34 the other way round', () => {
    const byAnnotation = pod({}, {}, { [APP_ARMOR]: 'unconfined' });
    expect(said(storedPod(byAnnotation, '1.28'), '1.28')).toBe(
      `forbidden AppArmor profile (${APP_ARMOR}="unconfined")`,
    );
    const both = `forbidden AppArmor profiles (container "a" and annotation must not set AppArmor profile type to "Unconfined", "${APP_ARMOR}="unconfined"")`;
    expect(said(storedPod(byAnnotation, '1.33'), '1.33')).toBe(both);
    expect(said(storedPod(byAnnotation, '1.36'), '1.36')).toBe(both);
    const byField = pod({}, { securityContext: { appArmorProfile: { type: 'Unconfined' } } });
    expect(said(storedPod(byField, '1.28'), '1.28')).toBe('');
    expect(said(storedPod(byField, '1.33'), '1.33')).toBe(both);
    expect(said(storedPod(byField, '1.34'), '1.34')).toBe(said(storedPod(byField, '1.36'), '1.36'));
    expect(said(storedPod(byField, '1.36'), '1.36')).toBe(
      'forbidden AppArmor profile (container "a" must not set AppArmor profile type to "Unconfined")',
    );
  });

  test('keeps its AppArmor profile where it is of Windows, or where the pod says the same', () => {
    const unconfined = { securityContext: { appArmorProfile: { type: 'Unconfined' } } };
    const annotated = { [APP_ARMOR]: 'unconfined' };
    const windows = pod({ os: { name: 'windows' } }, {}, annotated);
    expect(storedPod(windows, '1.36')).toEqual(windows);
    const same = pod(unconfined, {}, annotated);
    expect(storedPod(same, '1.36')).toEqual(same);
  });

  test('is left as it is where nothing is to be filled in', () => {
    const written = pod({ hostUsers: false }, { securityContext: { privileged: true } });
    expect(storedPod(written, '1.36').spec).toBe(written.spec);
  });
});
