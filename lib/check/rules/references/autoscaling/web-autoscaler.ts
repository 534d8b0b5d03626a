/** What the autoscalers of examples differ in. */
export interface WebAutoscaler {
  readonly name?: string;
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly target?: string;
  /** One entry of `metrics` as YAML; cpu of 70 % when left out. */
  readonly metric?: string;
}

/** An autoscaler `shop/web`, for examples; it ends where the next document begins. */
export function webAutoscaler({
  name = 'web',
  apiVersion = 'apps/v1',
  kind = 'Deployment',
  target = 'web',
  metric = '{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }',
}: WebAutoscaler = {}): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${name}
  namespace: shop
spec:
  scaleTargetRef:
    apiVersion: ${apiVersion}
    kind: ${kind}
    name: ${target}
  minReplicas: 2
  maxReplicas: 5
  metrics:
    - ${metric}
---
`;
}
