import { EXAMPLE_AUTHORITY } from './example-authority';

/** A webhook and the Service that answers it, for examples. */
export function webhookExample({
  service = 'web',
  port,
  caBundle = EXAMPLE_AUTHORITY,
  annotation,
  namespaceSelector = 'matchLabels: { example.com/checked: "true" }',
}: {
  readonly service?: string;
  readonly port?: number;
  readonly caBundle?: string;
  readonly annotation?: string;
  readonly namespaceSelector?: string;
} = {}): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: web
${annotation === undefined ? '' : `  annotations: { ${annotation} }\n`}webhooks:
  - name: pods.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    failurePolicy: Fail
    namespaceSelector: { ${namespaceSelector} }
    rules:
      - apiGroups: [""]
        apiVersions: [v1]
        operations: [CREATE]
        resources: [pods]
    clientConfig:
      service: { namespace: shop, name: ${service}, path: /check${port === undefined ? '' : `, port: ${port}`} }
${caBundle === '' ? '' : `      caBundle: ${caBundle}\n`}---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector: { app: web }
  ports:
    - port: 443
      targetPort: 8443
---
`;
}
