/** What the examples about endpoints by hand differ in. */
export interface EndpointsExample {
  readonly name?: string;
  readonly port?: string;
  readonly selector?: boolean;
}

/** Manifests of a Service without pods, and of its Endpoints. */
export function endpointsExample({ name = 'db', port = '', selector = false }: EndpointsExample): string {
  return `${service(selector)}---
apiVersion: v1
kind: Endpoints
metadata:
  name: ${name}
  namespace: shop
subsets:
  - addresses:
      - ip: 192.0.2.17
    ports:
      - ${port}port: 5432
`;
}

/** The same with an EndpointSlice. */
export function sliceExample({ name = 'db', port = '' }: EndpointsExample): string {
  return `${service(false)}---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: db-1
  namespace: shop
  labels:
    kubernetes.io/service-name: ${name}
addressType: IPv4
endpoints:
  - addresses: [192.0.2.17]
ports:
  - ${port === '' ? 'name: ""\n    ' : port}port: 5432
`;
}

function service(selector: boolean): string {
  const pod = `---
apiVersion: v1
kind: Pod
metadata:
  name: db
  namespace: shop
  labels:
    app: db
spec:
  containers:
    - name: db
      image: example.com/db:1.0.0
`;
  return `apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: shop
spec:
${selector ? '  selector:\n    app: db\n' : ''}  ports:
    - port: 5432
${selector ? pod : ''}`;
}
