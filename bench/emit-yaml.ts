/**
 * How fast objects become YAML: lib/render beside the `yaml` package, as cdk8s calls it, and beside
 * JSON.stringify, which is the floor. Each figure is the best of several rounds over the same objects
 * and includes the encoding to UTF-8.
 *
 *     npm run bench:emit-yaml
 */
import * as yaml from 'yaml';
import { emitDocuments } from '../lib/render/emit-yaml';
import { type Manifest } from '../lib/model/manifest';

const APPS = 500;
const ROUNDS = 15;

const NGINX_CONF = `server {
  listen 8080;
  server_name _;

  location / {
    root /usr/share/nginx/html;
    try_files $uri $uri/ /index.html;
  }
}
`;

/** What a web service is made of, with its keys in the alphabetical order in which cdk8s has them. */
function webService(index: number): Manifest[] {
  const name = `web-${index}`;
  const labels = { 'app.kubernetes.io/managed-by': 'kubewright', 'app.kubernetes.io/name': name };
  const metadata = { labels, name, namespace: 'shop' };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        minReadySeconds: 5,
        replicas: 3,
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 }, type: 'RollingUpdate' },
        template: {
          metadata: { labels },
          spec: {
            automountServiceAccountToken: false,
            containers: [
              {
                args: ['--port=8080', '--log-format', 'json'],
                env: [
                  { name: 'PORT', value: '8080' },
                  { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
                  { name: 'TOKEN', valueFrom: { secretKeyRef: { key: 'token', name: `${name}-token` } } },
                ],
                image: `registry.example.com/shop/web:1.${index}.2`,
                imagePullPolicy: 'IfNotPresent',
                livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10 },
                name: 'web',
                ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
                readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
                resources: { limits: { memory: '256Mi' }, requests: { cpu: '250m', memory: '128Mi' } },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ['ALL'] },
                  readOnlyRootFilesystem: true,
                },
                volumeMounts: [{ mountPath: '/etc/nginx', name: 'config', readOnly: true }],
              },
            ],
            securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
            volumes: [{ configMap: { name: `${name}-config` }, name: 'config' }],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' }],
        selector: { 'app.kubernetes.io/name': name },
        type: 'ClusterIP',
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
        labels,
        name,
        namespace: 'shop',
      },
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: `${name}.example.com`,
            http: {
              paths: [
                { backend: { service: { name, port: { name: 'http' } } }, path: '/', pathType: 'Prefix' },
              ],
            },
          },
        ],
        tls: [{ hosts: [`${name}.example.com`], secretName: `${name}-tls` }],
      },
    },
    {
      apiVersion: 'v1',
      data: { 'nginx.conf': NGINX_CONF, LOG_LEVEL: 'info', RETRIES: '3' },
      kind: 'ConfigMap',
      metadata: { labels, name: `${name}-config`, namespace: 'shop' },
    },
  ];
}

const STOCK = { version: '1.1', lineWidth: 0, keepUndefined: true } as const;

const EMITTERS: Record<string, (objects: readonly Manifest[]) => string> = {
  kubewright: emitDocuments,
  yaml: (objects) => objects.map((object) => yaml.stringify(object, STOCK)).join('---\n'),
  'JSON.stringify': (objects) => JSON.stringify(objects),
};

const objects = Array.from({ length: APPS }, (_, index) => webService(index)).flat();

const rows = Object.entries(EMITTERS).map(([emitter, emit]) => {
  let best = Infinity;
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    bytes = Buffer.from(emit(objects)).length;
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return {
    emitter,
    objects: objects.length,
    MB: Number((bytes / 1e6).toFixed(2)),
    ms: Number(best.toFixed(1)),
    'MB/s': Number((bytes / best / 1e3).toFixed(1)),
  };
});
console.table(rows);
