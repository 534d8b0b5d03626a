import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type CelEnvironment } from './cel-environment';
import { type CelType, celType, DYN, parseCelType } from './cel-type';
import { kubernetesEnvironment } from './kubernetes-environment';
import { REQUEST_TYPES } from './request-types';

/** What an expression may refer to besides the object and the request. */
export interface AdmissionVariables {
  readonly params: boolean;
  readonly authorizer: boolean;
}

const environments = new Map<string, CelEnvironment>();

/**
 * The environment of an admission expression: `object`, `oldObject`, `request`, `namespaceObject`, and what the
 * policy adds (mustBuildEnvs in k8s.io/apiserver/pkg/admission/plugin/cel/compile.go).
 */
export function admissionEnvironment(
  version: KubernetesVersion,
  { params, authorizer }: AdmissionVariables,
): CelEnvironment {
  const key = `${version} ${String(params)} ${String(authorizer)}`;
  let environment = environments.get(key);
  if (environment === undefined) {
    const variables: readonly (readonly [string, CelType])[] = [
      ['object', DYN],
      ['oldObject', DYN],
      ['request', celType('kubernetes.AdmissionRequest')],
      ['namespaceObject', celType('kubernetes.Namespace')],
      ...(params ? [['params', DYN] as const] : []),
      ...(authorizer
        ? [
            ['authorizer', celType('kubernetes.authorization.Authorizer')] as const,
            ['authorizer.requestResource', celType('kubernetes.authorization.ResourceCheck')] as const,
          ]
        : []),
    ];
    environment = kubernetesEnvironment(version).with(new Map(variables), requestFields());
    environments.set(key, environment);
  }
  return environment;
}

function requestFields(): ReadonlyMap<string, ReadonlyMap<string, CelType>> {
  return new Map(
    Object.entries(REQUEST_TYPES).map(([name, fields]) => [
      name,
      new Map(Object.entries(fields).map(([field, type]) => [field, parseCelType(type)])),
    ]),
  );
}
