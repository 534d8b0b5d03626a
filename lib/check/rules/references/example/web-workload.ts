/** What the workloads of examples differ in. */
export interface WebWorkload {
  readonly kind?: 'DaemonSet' | 'Deployment' | 'Job' | 'Pod' | 'ReplicaSet' | 'StatefulSet';
  readonly name?: string;
  readonly replicas?: number;
  /** Labels of the pods as YAML: `app: web`. */
  readonly labels?: string;
  /** `matchLabels` as YAML; the labels of the pods when left out. */
  readonly selector?: string;
  /** `resources` of the container as YAML. */
  readonly resources?: string;
  /** Lines of the spec, beside the template: `serviceName: db`. */
  readonly spec?: string;
  /** Fields of the container, beside its name and image, as YAML: `env: [...]`. */
  readonly container?: string;
}

/** A workload `shop/web` of one container, for examples; it ends where the next document begins. */
export function webWorkload({
  kind = 'Deployment',
  name = 'web',
  replicas,
  labels = 'app: web',
  selector = labels,
  resources,
  spec,
  container,
}: WebWorkload = {}): string {
  const fields = [
    'name: web',
    'image: example.com/web:1.0.0',
    ...(resources === undefined ? [] : [`resources: { ${resources} }`]),
    ...(container === undefined ? [] : [container]),
  ];
  const containers = (indent: string): string => `${indent}containers:
${indent}  - ${fields.join(`\n${indent}    `)}
`;
  if (kind === 'Pod') {
    return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  labels: { ${labels} }
spec:
${containers('  ')}---
`;
  }
  const lines = [
    ...(replicas === undefined ? [] : [`replicas: ${replicas}`]),
    ...(spec === undefined ? [] : [spec]),
    ...(kind === 'Job' ? [] : ['selector:', `  matchLabels: { ${selector} }`]),
    'template:',
    '  metadata:',
    `    labels: { ${labels} }`,
    '  spec:',
    ...(kind === 'Job' ? ['    restartPolicy: Never'] : []),
  ];
  return `apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}
kind: ${kind}
metadata:
  name: ${name}
  namespace: shop
spec:
  ${lines.join('\n  ')}
${containers('      ')}---
`;
}
