import { annotatedForCertificates, bundle, certificate, servingCertificate } from './certificate';
import { clusterExternalSecret, externalSecret, formerExternalSecret } from './external-secrets';
import { kustomization } from './kustomization';
import {
  claimOfItsName,
  infisicalSecret,
  secretNamedAt,
  secretOfItsName,
  secretProviderClass,
  secretsWithSuffixes,
  sopsSecret,
  vaultSecret,
} from './operators';
import { type Provider } from './provision';
import { sealedSecret } from './sealed-secret';
import { statefulSet } from './stateful-set';

/** The kinds, as rules write them, that well-known controllers make other objects of. */
export const PROVIDERS: ReadonlyMap<string, Provider> = new Map<string, Provider>([
  ['Service', servingCertificate],
  ['apps/StatefulSet', statefulSet],
  ['networking.k8s.io/Ingress', annotatedForCertificates],
  ['gateway.networking.k8s.io/Gateway', annotatedForCertificates],
  ['kustomize.config.k8s.io/Kustomization', kustomization],

  ['bitnami.com/SealedSecret', sealedSecret],
  ['external-secrets.io/ExternalSecret', externalSecret],
  ['external-secrets.io/ClusterExternalSecret', clusterExternalSecret],
  ['kubernetes-client.io/ExternalSecret', formerExternalSecret],
  ['secrets-store.csi.x-k8s.io/SecretProviderClass', secretProviderClass],
  ['isindir.github.com/SopsSecret', sopsSecret],
  ['secrets.hashicorp.com/VaultStaticSecret', vaultSecret],
  ['secrets.hashicorp.com/VaultDynamicSecret', vaultSecret],
  ['secrets.hashicorp.com/VaultPKISecret', vaultSecret],
  ['secrets.hashicorp.com/HCPVaultSecretsApp', vaultSecret],
  ['ricoberger.de/VaultSecret', secretOfItsName],
  ['redhatcop.redhat.io/VaultSecret', secretNamedAt(['spec', 'output'], 'name')],
  ['onepassword.com/OnePasswordItem', secretOfItsName],
  ['spv.no/AzureKeyVaultSecret', secretNamedAt(['spec', 'output', 'secret'], 'name')],
  ['secrets.doppler.com/DopplerSecret', secretNamedAt(['spec', 'managedSecret'], 'name', 'namespace')],
  ['secrets.infisical.com/InfisicalSecret', infisicalSecret],
  ['secretgenerator.mittwald.de/StringSecret', secretOfItsName],
  ['secretgenerator.mittwald.de/BasicAuth', secretOfItsName],
  ['secretgenerator.mittwald.de/SSHKeyPair', secretOfItsName],

  ['cert-manager.io/Certificate', certificate],
  ['certmanager.k8s.io/Certificate', certificate],
  ['trust.cert-manager.io/Bundle', bundle],

  ['postgresql.cnpg.io/Cluster', secretsWithSuffixes('-app', '-superuser', '-ca', '-server', '-replication')],
  ['rabbitmq.com/RabbitmqCluster', secretsWithSuffixes('-default-user', '-erlang-cookie')],
  [
    'elasticsearch.k8s.elastic.co/Elasticsearch',
    secretsWithSuffixes('-es-elastic-user', '-es-http-certs-public', '-es-http-certs-internal'),
  ],
  ['kibana.k8s.elastic.co/Kibana', secretsWithSuffixes('-kb-http-certs-public', '-kb-http-certs-internal')],
  ['kafka.strimzi.io/KafkaUser', secretOfItsName],
  ['kafka.strimzi.io/Kafka', secretsWithSuffixes('-cluster-ca-cert', '-clients-ca-cert')],
  ['cdi.kubevirt.io/DataVolume', claimOfItsName],
]);
