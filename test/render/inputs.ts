import { type JsonObject } from '../../lib/model/json-value';
import { type Manifest } from '../../lib/model/manifest';
import { type Layout } from '../../lib/render/layouts/layout';
import { plan, type Plan, type PlanOptions } from '../../lib/render/plan';
import { RenderError } from '../../lib/render/render-error';
import { type RenderInput, type RenderObject } from '../../lib/render/render-input';

const API_VERSIONS: Readonly<Record<string, string>> = {
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
  Deployment: 'apps/v1',
  CronJob: 'batch/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  RuntimeClass: 'node.k8s.io/v1',
  StorageClass: 'storage.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Ingress: 'networking.k8s.io/v1',
  ValidatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  Widget: 'example.com/v1',
};

/** `manifest('Deployment', 'shop/web', { spec })`. */
export function manifest(kind: string, name: string, rest: JsonObject = {}): Manifest {
  const slash = name.indexOf('/');
  return {
    apiVersion: API_VERSIONS[kind] ?? 'v1',
    kind,
    metadata: { name: name.slice(slash + 1), ...(slash < 0 ? {} : { namespace: name.slice(0, slash) }) },
    ...rest,
  };
}

/** A chart whose objects get the paths `<chart>/0`, `<chart>/1`, and a span each. */
export function chart(name: string, ...objects: (Manifest | RenderObject)[]): RenderInput['charts'][number] {
  return {
    name,
    path: name,
    objects: objects.map((object, at) =>
      isRenderObject(object)
        ? object
        : {
            object,
            path: `${name}/${at}`,
            span: { file: `charts/${name}.ts`, line: at + 1, column: 5 },
          },
    ),
  };
}

function isRenderObject(object: Manifest | RenderObject): object is RenderObject {
  return 'path' in object;
}

export function planOf(charts: RenderInput['charts'], layout?: Layout, more: PlanOptions = {}): Plan {
  return plan({ charts }, { ...(layout ? { layout } : {}), ...more });
}

export function pathsOf(planned: Plan): string[] {
  return planned.files.map((file) => file.path);
}

/** `path: Kind/name, Kind/name` for each file. */
export function outlineOf(planned: Plan): string[] {
  return planned.files.map(
    (file) => `${file.path}: ${file.objects.map(({ kind, name }) => `${kind}/${name}`).join(', ')}`,
  );
}

export function renderErrorOf(action: () => unknown): RenderError {
  try {
    action();
  } catch (error) {
    if (error instanceof RenderError) return error;
    throw error;
  }
  throw new Error('expected a RenderError');
}
