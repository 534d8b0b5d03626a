import { check } from '../../../../lib/check/check';
import { type CheckOptions } from '../../../../lib/check/check-options';
import { type Diagnostic } from '../../../../lib/diagnostics/diagnostic';
import { type JsonObject } from '../../../../lib/model/json-value';
import { ObjectSet } from '../../../../lib/model/object-set';

const metadata = (name: string): JsonObject => ({ name, namespace: 'team-a' });

/** A ResourceQuota of the namespace `team-a`. */
export const quota = (hard: JsonObject, more: JsonObject = {}, name = 'compute'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: metadata(name),
  spec: { hard, ...more },
});

/** What one container asks for; `'500m'` is cpu. */
export const asks = (
  requests: string | JsonObject,
  limits?: JsonObject,
  more: JsonObject = {},
): JsonObject => ({
  containers: [
    {
      name: 'app',
      image: 'example.com/app:1.0.0',
      resources: {
        requests: typeof requests === 'string' ? { cpu: requests } : requests,
        ...(limits && { limits }),
      },
    },
  ],
  ...more,
});

export const pod = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: metadata(name),
  spec,
});

/** A workload whose pods have this spec. */
export const workload = (kind: string, name: string, pods: JsonObject, spec: JsonObject = {}): JsonObject => {
  const template = { metadata: { labels: { app: name } }, spec: pods };
  const isJob = kind === 'Job';
  return {
    apiVersion:
      kind === 'ReplicationController' ? 'v1' : isJob || kind === 'CronJob' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: metadata(name),
    spec:
      kind === 'CronJob'
        ? { schedule: '0 3 * * *', ...spec, jobTemplate: { spec: { template } } }
        : { ...(!isJob && { selector: { matchLabels: { app: name } } }), ...spec, template },
  };
};

/** An autoscaler of a Deployment. */
export const autoscaler = (name: string, minReplicas: number, maxReplicas: number): JsonObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: metadata(name),
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas, maxReplicas },
});

/** An object of the namespace. */
export const object = (
  apiVersion: string,
  kind: string,
  name: string,
  more: JsonObject = {},
): JsonObject => ({
  apiVersion,
  kind,
  metadata: metadata(name),
  ...more,
});

/** What the rules about quotas and limits find. */
export function found(objects: readonly JsonObject[], options?: CheckOptions): readonly Diagnostic[] {
  return check(new ObjectSet(objects.map((each, at) => ({ object: each, path: `o/${at}` }))), options).filter(
    ({ code }) => /^K4[012]/.test(code),
  );
}

/** The same, each as `code severity title`. */
export const titles = (...objects: readonly JsonObject[]): readonly string[] =>
  found(objects).map(({ code, severity, title }) => `${code} ${severity} ${title}`);

/** The label of the first place. */
export const label = (each: Diagnostic | undefined): string | undefined => each?.spans[0]?.label;
