import { groupOf, parseApiVersion } from '../model/api-version';
import { isJsonObject, objectField, textField } from '../model/json-object';
import { type JsonObject } from '../model/json-value';
import { isBuiltInGroup } from '../model/kinds';

/**
 * Groups whose objects are files of settings that a program reads: they look like manifests, and no API server serves
 * them. By the documents of each program; those of Kubernetes are the `config` packages of its components.
 */
const FOREIGN_GROUPS: Readonly<Record<string, string>> = {
  'apiserver.config.k8s.io': 'settings of kube-apiserver',
  'apiserver.k8s.io': 'settings of kube-apiserver',
  'audit.k8s.io': 'an audit policy of kube-apiserver',
  'backstage.io': 'an entry of a Backstage catalog',
  builtin: 'settings of Kustomize',
  'cli.kyverno.io': 'a test of the kyverno command',
  'client.authentication.k8s.io': 'credentials of kubectl',
  'cloudcontrollermanager.config.k8s.io': 'settings of a cloud controller manager',
  'controller-runtime.sigs.k8s.io': 'settings of a controller',
  'ctlptl.dev': 'settings of ctlptl',
  'eksctl.io': 'settings of eksctl',
  'k0sctl.k0sproject.io': 'settings of k0sctl',
  'k3d.io': 'settings of k3d',
  'kapp.k14s.io': 'settings of kapp',
  'kbld.k14s.io': 'settings of kbld',
  'kind.x-k8s.io': 'settings of kind',
  'kubeadm.k8s.io': 'settings of kubeadm',
  'kubecontrollermanager.config.k8s.io': 'settings of kube-controller-manager',
  'kubectl.config.k8s.io': 'settings of kubectl',
  'kubelet.config.k8s.io': 'settings of the kubelet',
  'kubeproxy.config.k8s.io': 'settings of kube-proxy',
  'kubescheduler.config.k8s.io': 'settings of kube-scheduler',
  'kuttl.dev': 'a test of kuttl',
  'kustomize.config.k8s.io': 'a file of Kustomize',
  'pod-security.admission.config.k8s.io': 'settings of kube-apiserver',
  'scorecard.operatorframework.io': 'settings of operator-sdk',
  skaffold: 'settings of Skaffold',
  'vendir.k14s.io': 'settings of vendir',
};

/** As {@link FOREIGN_GROUPS}, where others of the group are served. */
const FOREIGN_KINDS: Readonly<Record<string, string>> = {
  'argoproj.io/v1alpha1 ConfigManagementPlugin': 'a plugin of Argo CD',
  'install.istio.io/v1alpha1 IstioOperator': 'settings of istioctl',
  'v1 Config': 'a kubeconfig',
  'v1 Policy': 'a policy of kube-scheduler',
};

/** The annotation of objects that Kustomize and kpt keep to themselves. */
const LOCAL = 'config.kubernetes.io/local-config';

/** What an object is that has the form of a manifest and is none: "settings of Skaffold". Undefined for others. */
export function foreignObject(object: JsonObject): string | undefined {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string') return undefined;
  if (typeof kind !== 'string') {
    const isChart =
      kind === undefined && textField(object, 'name') !== undefined && object.metadata === undefined;
    return isChart && /^v[12]$/.test(apiVersion) ? 'the Chart.yaml of a Helm chart' : undefined;
  }
  const annotations = objectField(objectField(object, 'metadata'), 'annotations');
  if (annotations?.[LOCAL] === 'true') return `no object of a cluster, by its annotation ${LOCAL}`;
  const group = groupOf(apiVersion);
  if (Object.hasOwn(FOREIGN_GROUPS, group)) return FOREIGN_GROUPS[group];
  const name = `${apiVersion} ${kind}`;
  return Object.hasOwn(FOREIGN_KINDS, name) ? FOREIGN_KINDS[name] : undefined;
}

const FIELDS: readonly string[] = ['apiversion', 'kind', 'metadata'];

/**
 * Whether it has what manifests have, in whatever case: what is written wrong is to be found, and not passed over.
 * Other files have one of the fields at most, or an `apiVersion` of a kind of their own and no metadata.
 */
export function looksLikeManifest(object: JsonObject): boolean {
  const has = Object.keys(object).filter((key) => FIELDS.includes(key.toLowerCase()));
  if (has.length < 2) return false;
  if (has.length === 3 || !has.includes('apiVersion') || isJsonObject(object.metadata)) return true;
  if (typeof object.apiVersion !== 'string') return false;
  const { group, version } = parseApiVersion(object.apiVersion);
  return /^v\d/.test(version) && (group.includes('.') || isBuiltInGroup(group));
}
