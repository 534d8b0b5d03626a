import { objectField, textField } from '../../../../../model/json-object';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { objectsIn } from '../object-at';
import { type Provision } from './provision';

/** Annotations by which cert-manager makes a Certificate for each `tls` of an Ingress (ingress-shim). */
const SHIM = [
  'cert-manager.io/issuer',
  'cert-manager.io/cluster-issuer',
  'kubernetes.io/tls-acme',
  'certmanager.k8s.io/issuer',
  'certmanager.k8s.io/cluster-issuer',
];

/**
 * The Secret of a Certificate of cert-manager.
 *
 * Upstream: cert-manager, pkg/apis/certmanager/v1/types_certificate.go (SecretName, AdditionalOutputFormats, Keystores);
 * `ca.crt` is there for most issuers only.
 */
export function certificate({ object, namespace }: ObjectEntry): readonly Provision[] {
  const spec = objectField(object, 'spec');
  const name = textField(spec, 'secretName');
  if (name === undefined) return [];
  const keystores = objectField(spec, 'keystores');
  const formats = objectsIn(spec, 'additionalOutputFormats').map((format) => textField(format, 'type'));
  const keys = [
    'tls.crt',
    'tls.key',
    'ca.crt',
    ...(keystores?.jks === undefined ? [] : ['keystore.jks', 'truststore.jks']),
    ...(keystores?.pkcs12 === undefined ? [] : ['keystore.p12', 'truststore.p12']),
    ...(formats.includes('CombinedPEM') ? ['tls-combined.pem'] : []),
    ...(formats.includes('DER') ? ['key.der'] : []),
  ];
  return [{ kind: 'Secret', namespace, name, keys, type: 'kubernetes.io/tls' }];
}

/** The Secrets that cert-manager makes for an Ingress or a Gateway that asks for them by an annotation. */
export function annotatedForCertificates({ object, namespace }: ObjectEntry): readonly Provision[] {
  const annotations = objectField(objectField(object, 'metadata'), 'annotations');
  if (annotations === undefined || !SHIM.some((key) => textField(annotations, key) !== undefined)) return [];
  const spec = objectField(object, 'spec');
  const ofIngress = objectsIn(spec, 'tls').flatMap((tls) => textField(tls, 'secretName') ?? []);
  const ofGateway = objectsIn(spec, 'listeners')
    .flatMap((listener) => objectsIn(objectField(listener, 'tls'), 'certificateRefs'))
    .flatMap((reference) => textField(reference, 'name') ?? []);
  return [...ofIngress, ...ofGateway].map((name) => ({
    kind: 'Secret',
    namespace,
    name,
    keys: ['tls.crt', 'tls.key', 'ca.crt'],
    type: 'kubernetes.io/tls',
  }));
}

/**
 * What trust-manager copies into the namespaces that it is told.
 *
 * Upstream: trust-manager, pkg/apis/trust/v1alpha1/types_bundle.go (BundleTarget).
 */
export function bundle({ object, name }: ObjectEntry): readonly Provision[] {
  const target = objectField(objectField(object, 'spec'), 'target');
  const of = (kind: 'ConfigMap' | 'Secret', field: string): readonly Provision[] =>
    objectField(target, field) === undefined ? [] : [{ kind, namespace: undefined, name }];
  return [...of('ConfigMap', 'configMap'), ...of('Secret', 'secret')];
}

/** OpenShift makes a certificate for a Service that asks for it. */
export function servingCertificate({ object, namespace }: ObjectEntry): readonly Provision[] {
  const annotations = objectField(objectField(object, 'metadata'), 'annotations');
  const name =
    textField(annotations, 'service.beta.openshift.io/serving-cert-secret-name') ??
    textField(annotations, 'service.alpha.openshift.io/serving-cert-secret-name');
  if (name === undefined) return [];
  return [{ kind: 'Secret', namespace, name, keys: ['tls.crt', 'tls.key'], type: 'kubernetes.io/tls' }];
}
