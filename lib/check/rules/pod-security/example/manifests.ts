/** YAML of several lines, each further in. */
function indent(by: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}

/** What differs from a pod that keeps the level. */
interface Parts {
  /** Lines of `metadata`. */
  readonly metadata?: readonly string[];
  /** Lines of `spec`. */
  readonly spec?: readonly string[];
  /** Lines of the container. */
  readonly container?: readonly string[];
}

/** A Pod in a namespace that enforces `baseline`. */
export function baselinePod({ metadata = [], spec = [], container = [] }: Parts = {}): string {
  return namespaced('baseline', [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: web',
    '  namespace: shop',
    ...indent(2, metadata),
    'spec:',
    ...indent(2, spec),
    '  containers:',
    '    - name: web',
    '      image: example.com/web:1.0.0',
    ...indent(6, container),
  ]);
}

/** What differs from a Deployment whose pods keep `restricted`. */
interface RestrictedParts {
  /** Lines of the pod's `spec`. */
  readonly spec?: readonly string[];
  /** Lines of the pod's `securityContext`. */
  readonly pod?: readonly string[];
  /** Lines of the container's `securityContext`. */
  readonly container?: readonly string[];
}

/** A Deployment in a namespace that enforces `restricted`. */
export function restrictedDeployment({
  spec = [],
  pod = ['runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'],
  container = ['allowPrivilegeEscalation: false', 'capabilities: { drop: [ALL] }'],
}: RestrictedParts = {}): string {
  return namespaced('restricted', [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  name: web',
    '  namespace: shop',
    'spec:',
    '  selector:',
    '    matchLabels: { app: web }',
    '  template:',
    '    metadata:',
    '      labels: { app: web }',
    '    spec:',
    ...indent(6, spec),
    '      securityContext:',
    ...indent(8, pod),
    '      containers:',
    '        - name: web',
    '          image: example.com/web:1.0.0',
    '          securityContext:',
    ...indent(12, container),
  ]);
}

function namespaced(level: string, object: readonly string[]): string {
  return [
    'apiVersion: v1',
    'kind: Namespace',
    'metadata:',
    '  name: shop',
    `  labels: { pod-security.kubernetes.io/enforce: ${level} }`,
    '---',
    ...object,
    '',
  ].join('\n');
}
