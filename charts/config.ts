import { type Construct } from 'constructs';
import {
  AppConfig,
  AppSecret,
  podField,
  RegistryCredentials,
  resourceField,
  SinglePod,
  Tenant,
  Volume,
} from 'kubewright';

const IMAGE = 'registry.example.com/node-app:1.0.0';

/** Configuration, secrets and facts about the pod, as variables and as files. */
export class Config extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'config');
    const registry = new RegistryCredentials(this, 'registry', {
      // An account that can only pull, from a registry that everybody may pull from.
      insecurePlainText: { 'registry.example.com': { username: 'reader', password: 'reader' } },
    });

    const config = new AppConfig(this, 'app-config', {
      data: {
        'application.version': '1.0.0',
        'application.properties': 'app.name = node\napp.version = 1.0.0\napp.state = normal\napp.level = 1\n',
      },
      nameByContent: true,
    });
    new SinglePod(this, 'with-config', {
      image: IMAGE,
      imagePullSecrets: [registry],
      env: { APP_VERSION: config.key('application.version'), APP_ENV: 'production' },
      mounts: { '/config': config.volume({ files: { 'application.properties': 'app.properties' } }) },
    });

    const account = AppSecret.existing('account', ['username', 'app.properties']);
    const settings = new AppSecret(this, 'settings', {
      insecurePlainText: { APP_NAME: 'node', APP_VERSION: '1.0.0' },
    });
    new SinglePod(this, 'with-secret', {
      image: IMAGE,
      imagePullSecrets: [registry],
      env: { GLOBAL_USER_NAME: account.key('username') },
      envFrom: [settings.envFrom({ prefix: 'CONFIG_' })],
      mounts: { '/etc/app.properties': account.file('app.properties') },
    });

    new SinglePod(this, 'with-downward', {
      image: IMAGE,
      imagePullSecrets: [registry],
      labels: { 'app.kubernetes.io/version': '1.0.0' },
      podAnnotations: { 'example.com/status': 'normal' },
      resources: { requests: { 'ephemeral-storage': '1Mi' }, limits: { 'ephemeral-storage': '1Mi' } },
      env: {
        STORAGE_LIMIT: resourceField('limits.ephemeral-storage'),
        STORAGE_REQUEST: resourceField('requests.ephemeral-storage', { divisor: '1Ki' }),
        POD_NAME: podField('metadata.name'),
        POD_NAMESPACE: podField('metadata.namespace'),
        NODE_NAME: podField('spec.nodeName'),
        SERVICE_ACCOUNT: podField('spec.serviceAccountName'),
        POD_IP: podField('status.podIP'),
        HOST_IP: podField('status.hostIP'),
        APP: podField("metadata.labels['app.kubernetes.io/name']"),
      },
      mounts: {
        '/env': Volume.downwardApi('downward-api', {
          storage_limit: { resource: 'limits.ephemeral-storage', container: 'with-downward' },
          pod_name: 'metadata.name',
          pod_namespace: 'metadata.namespace',
          labels: 'metadata.labels',
          annotations: 'metadata.annotations',
        }),
      },
    });
  }
}
