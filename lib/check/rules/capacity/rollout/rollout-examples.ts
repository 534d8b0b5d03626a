/** A Deployment of the namespace `shop`; `spec` and `pod` are lines of YAML, two and six blanks in. */
export function deploymentExample(spec: string, pod = '', container = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
${spec}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${pod}      containers:
        - name: web
          image: example.com/web:1.0.0
${container}---
`;
}
