/** How an example's workload differs from a Deployment `shop/web` of one container. */
export interface PodExample {
  readonly kind?: 'Deployment' | 'DaemonSet';
  readonly image?: string;
  /** Lines of the container. */
  readonly container?: readonly string[];
  /** Lines of the pod's spec. */
  readonly pod?: readonly string[];
  /** Lines of the workload's spec. */
  readonly spec?: readonly string[];
  readonly namespace?: string;
  /** Whether the container asks for cpu and memory, in lines of its own. */
  readonly hasRequests?: boolean;
}

const REQUESTS: readonly string[] = ['resources:', '  requests: { cpu: 50m, memory: 64Mi }'];

/** The manifest of a workload. */
export function podExample({
  kind = 'Deployment',
  image = 'example.com/web:1.0.0',
  container = [],
  pod = [],
  spec = [],
  namespace = 'shop',
  hasRequests = true,
}: PodExample = {}): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
${namespace === '' ? '' : `  namespace: ${namespace}\n`}spec:
${lines(spec, 2)}  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
${lines(pod, 6)}      containers:
        - name: web
          image: ${image}
${lines(hasRequests ? [...REQUESTS, ...container] : container, 10)}`;
}

function lines(texts: readonly string[], indent: number): string {
  return texts.map((text) => `${' '.repeat(indent)}${text}\n`).join('');
}
