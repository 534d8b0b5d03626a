// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { type Chart } from 'cdk8s';
import { AppConfig, AppSecret, podField, resourceField, Volume } from 'kubewright';

export function config(chart: Chart): void {
  const made = new AppConfig(chart, 'config', { data: { LEVEL: 'info' }, files: { 'app.toml': 'app.toml' } });
  made.key('LEVEL');
  made.volume({ files: { 'app.toml': { path: 'conf/app.toml', mode: 0o400 } } });
  // @ts-expect-error: no such key
  made.key('LEVLE');
  // @ts-expect-error: nor as a file
  made.file('app.tmol');
  // @ts-expect-error: nor in a volume
  made.volume({ files: { 'app.tmol': 'app.toml' } });
  // @ts-expect-error: values are text
  new AppConfig(chart, 'numbers', { data: { PORT: 8080 } });
}

export function secrets(chart: Chart): void {
  const account = AppSecret.existing('account', ['user', 'password']);
  account.key('user');
  // @ts-expect-error: no such key
  account.key('pasword');
  // @ts-expect-error: plain values need the explicit word
  new AppSecret(chart, 'secret', { data: { user: 'x' } });
  // @ts-expect-error: so does the other way to write them
  new AppSecret(chart, 'secret', { stringData: { user: 'x' } });
}

podField("metadata.labels['app.kubernetes.io/name']");
resourceField('limits.memory', { divisor: '1Mi' });
// @ts-expect-error: spelled podIP
podField('status.podIp');
// @ts-expect-error: a variable has one label, a file may have all
podField('metadata.labels');
// @ts-expect-error: only some units
resourceField('limits.memory', { divisor: '2Mi' });
// @ts-expect-error: `storage` is no resource of a container
resourceField('limits.storage');
// @ts-expect-error: only variables can have it
Volume.downwardApi('facts', { ip: 'status.podIP' });
