/** A NetworkPolicy `shop/web`, for examples; it ends where the next document begins. */
export function webPolicy({
  selector = 'matchLabels: { app: web }',
  rules,
}: {
  readonly selector?: string;
  readonly rules: string;
}): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: { ${selector} }
${rules}---
`;
}
