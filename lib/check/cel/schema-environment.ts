import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type CelEnvironment } from './cel-environment';
import { DYN } from './cel-type';
import { kubernetesEnvironment } from './kubernetes-environment';

const environments = new Map<KubernetesVersion, CelEnvironment>();

/**
 * The environment of a rule in the schema of a custom resource: `self` and `oldSelf`
 * (k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel/compilation.go). The server declares them with the types of the schema;
 * here they may be anything, and what hangs on their types is taken.
 */
export function schemaEnvironment(version: KubernetesVersion): CelEnvironment {
  let environment = environments.get(version);
  if (environment === undefined) {
    environment = kubernetesEnvironment(version)
      .with(
        new Map([
          ['self', DYN],
          ['oldSelf', DYN],
        ]),
      )
      .without('same-items');
    environments.set(version, environment);
  }
  return environment;
}
