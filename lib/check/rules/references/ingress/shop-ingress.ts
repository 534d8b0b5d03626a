/** What the examples about Ingresses differ in. */
export interface ShopIngress {
  readonly name?: string;
  readonly path?: string;
  /** Lines of `spec`, each of them indented by two. */
  readonly spec?: string;
}

/** Manifests of an Ingress that leads to the Service `web`. */
export function shopIngress({ name = 'web', path = '/', spec = '' }: ShopIngress): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  namespace: shop
spec:
${spec}  rules:
    - host: shop.example.com
      http:
        paths:
          - path: ${path}
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
---
`;
}

/** The Service `web`, and its Pod. */
export const SHOP_SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
`;
