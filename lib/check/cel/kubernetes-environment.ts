import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { CelEnvironment, type CelFeature } from './cel-environment';
import { KUBERNETES_LIBRARIES } from './kubernetes-signatures';
import { STANDARD_SIGNATURES } from './standard-signatures';

const environments = new Map<KubernetesVersion, CelEnvironment>();

/**
 * The environment that all expressions of Kubernetes share, with what new ones may use in a version, and no variables
 * (MustBaseEnvSet in k8s.io/apiserver/pkg/cel/environment/base.go).
 */
export function kubernetesEnvironment(version: KubernetesVersion): CelEnvironment {
  let environment = environments.get(version);
  if (environment === undefined) {
    const since = (first: KubernetesVersion): boolean => compareKubernetesVersions(version, first) >= 0;
    const features: readonly [KubernetesVersion, CelFeature][] = [
      ['1.29', 'optional'],
      ['1.30', 'same-items'],
      ['1.33', 'two-variables'],
      ['1.35', 'sort-by'],
    ];
    environment = new CelEnvironment(
      new Map(),
      new Map(),
      [
        ...STANDARD_SIGNATURES,
        ...KUBERNETES_LIBRARIES.filter((library) => since(library.since)).flatMap(
          ({ signatures }) => signatures,
        ),
      ],
      new Set(features.filter(([first]) => since(first)).map(([, feature]) => feature)),
    );
    environments.set(version, environment);
  }
  return environment;
}
