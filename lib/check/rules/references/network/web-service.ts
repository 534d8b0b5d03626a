/** A Service `shop/web` that leads from port 80 to 8080 of the pods, for examples; it ends where the next document begins. */
export function webService({ type }: { readonly type?: 'LoadBalancer' } = {}): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
${type === undefined ? '' : `  type: ${type}\n`}  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
---
`;
}
