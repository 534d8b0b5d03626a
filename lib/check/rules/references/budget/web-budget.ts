/** A PodDisruptionBudget `shop/web`, for examples; it ends where the next document begins. */
export function webBudget({
  name = 'web',
  selector = 'app: web',
  allows = 'maxUnavailable: 1',
}: {
  readonly name?: string;
  readonly selector?: string;
  readonly allows?: string;
} = {}): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
  namespace: shop
spec:
  ${allows}
  selector:
    matchLabels: { ${selector} }
---
`;
}
