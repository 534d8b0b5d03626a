/** What the examples about ConfigMaps and Secrets differ in. */
export interface ConfigExample {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly by: 'env' | 'envFrom' | 'item' | 'volume' | 'subPath';
  /** The name that the pod gives; that of the object when left out. */
  readonly named?: string;
  /** The key that the pod gives; one of the object when left out. */
  readonly key?: string;
  /** Whether the object is not among the manifests. */
  readonly isElsewhere?: boolean;
}

/** Manifests of a pod, and of the ConfigMap or Secret `web-config` with the key `LOG_LEVEL`. */
export function configExample(example: ConfigExample): string {
  const { kind, by, named = 'web-config', key = 'LOG_LEVEL', isElsewhere = false } = example;
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
${use(kind, by, named, key)}${isElsewhere ? '' : object(kind)}`;
}

function object(kind: ConfigExample['kind']): string {
  return `---
apiVersion: v1
kind: ${kind}
metadata:
  name: web-config
  namespace: shop
${kind === 'Secret' ? 'stringData' : 'data'}:
  LOG_LEVEL: info
`;
}

function use(kind: ConfigExample['kind'], by: ConfigExample['by'], name: string, key: string): string {
  const source = kind === 'ConfigMap' ? 'configMap' : 'secret';
  switch (by) {
    case 'env':
      return `      env:
        - name: LOG_LEVEL
          valueFrom:
            ${source}KeyRef:
              name: ${name}
              key: ${key}
`;
    case 'envFrom':
      return `      envFrom:
        - ${source}Ref:
            name: ${name}
`;
    case 'item':
      return `      volumeMounts:
        - name: config
          mountPath: /etc/web
  volumes:
    - name: config
      ${source}:
        ${kind === 'Secret' ? 'secretName' : 'name'}: ${name}
        items:
          - key: ${key}
            path: web.conf
`;
    case 'volume':
      return `      volumeMounts:
        - name: config
          mountPath: /etc/web
  volumes:
    - name: config
      ${source}:
        ${kind === 'Secret' ? 'secretName' : 'name'}: ${name}
`;
    case 'subPath':
      return `      volumeMounts:
        - name: config
          mountPath: /etc/web/log-level
          subPath: ${key}
  volumes:
    - name: config
      ${source}:
        ${kind === 'Secret' ? 'secretName' : 'name'}: ${name}
`;
  }
}
