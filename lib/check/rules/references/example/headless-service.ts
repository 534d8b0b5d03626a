/** A headless Service `shop/web`, for examples; it ends where the next document begins. */
export function headlessService({
  selector = 'app: web',
  clusterIP = 'None',
}: { readonly selector?: string; readonly clusterIP?: string } = {}): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  ${clusterIP === '' ? 'type: ClusterIP' : `clusterIP: ${clusterIP}`}
  selector: { ${selector} }
  ports:
    - port: 80
---
`;
}
