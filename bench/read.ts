/**
 * How fast YAML becomes objects: lib/read beside the `yaml` package, on 10,000 documents of 3 KB, on
 * the same as one List in YAML and in JSON, and on one file of 100 MB. Each case runs in a process of
 * its own, so that the peak of its memory is its own; the time is that of reading alone, the memory
 * includes the text.
 *
 *     npm run bench:read
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import * as yaml from 'yaml';
import { type JsonObject } from '../lib/model/json-value';
import { readManifests } from '../lib/read/read-manifests';
import { emitDocuments } from '../lib/render/emit-yaml';

const SCRIPT = `server {
  listen 8080;
  location / {
    root /usr/share/nginx/html;
    try_files $uri $uri/ /index.html;
  }
}
`;

/** A Deployment as people write it, about 3 KB of YAML. */
function deployment(index: number): JsonObject {
  const name = `web-${index}`;
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop' };
  const container = (suffix: string): JsonObject => ({
    name: `${name}-${suffix}`,
    image: `registry.example.com/shop/${suffix}:1.${index}.2`,
    args: ['--port=8080', '--log-format', 'json', '--verbose=false'],
    env: [
      { name: 'PORT', value: '8080' },
      { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { key: 'token', name: `${name}-token` } } },
    ],
    ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
    livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10 },
    readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
    resources: { limits: { memory: '256Mi' }, requests: { cpu: '250m', memory: '128Mi' } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true },
    volumeMounts: [{ mountPath: '/etc/nginx', name: 'config', readOnly: true }],
  });
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels, annotations: { 'example.com/nginx.conf': SCRIPT } },
    spec: {
      replicas: 3,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 }, type: 'RollingUpdate' },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          containers: [container('web'), container('proxy')],
          volumes: [{ name: 'config', configMap: { name: `${name}-config` } }],
        },
      },
    },
  };
}

function manyDocuments(count: number): string {
  return emitDocuments(Array.from({ length: count }, (_, index) => deployment(index)));
}

function hundredMegabytes(): string {
  const some = manyDocuments(1000);
  return some.repeat(Math.ceil(100e6 / some.length));
}

function oneList(): string {
  const items = Array.from({ length: 10_000 }, (_, index) => deployment(index));
  return emitDocuments([{ apiVersion: 'v1', kind: 'List', items }]);
}

function oneJson(): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: Array.from({ length: 10_000 }, (_, index) => deployment(index)),
  });
}

const TEXTS: Readonly<Record<string, () => string>> = {
  '10,000 documents': () => manyDocuments(10_000),
  'one List of 10,000': oneList,
  'the List as JSON': oneJson,
  '100 MB': hundredMegabytes,
};

const READERS: Readonly<Record<string, (text: string) => number>> = {
  'lib/read': (text) => readManifests(text, 'bench.yaml').objects.length,
  'yaml parseAllDocuments': (text) =>
    [...yaml.parseAllDocuments(text, { version: '1.1' })].map((document) => document.toJS() as unknown)
      .length,
};

/** Reads one text with one reader, and prints what it took. */
function runCase(textName: string, readerName: string): void {
  const text = TEXTS[textName]?.() ?? '';
  const megabytes = Buffer.byteLength(text) / 1e6;
  const before = process.cpuUsage();
  const start = performance.now();
  const objects = READERS[readerName]?.(text) ?? 0;
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ megabytes, objects, seconds, cpu, peak }));
}

function main(): void {
  const [textName, readerName] = process.argv.slice(2);
  if (textName !== undefined && readerName !== undefined) {
    runCase(textName, readerName);
    return;
  }
  const rows: Record<string, unknown>[] = [];
  for (const text of Object.keys(TEXTS)) {
    for (const reader of Object.keys(READERS)) {
      const { status, stdout, signal } = spawnSync(
        process.execPath,
        ['-r', 'ts-node/register/transpile-only', __filename, text, reader],
        { encoding: 'utf8', timeout: 120_000 },
      );
      if (status !== 0) {
        rows.push({ text, reader, MB: signal === 'SIGTERM' ? 'no end in 120 s' : 'out of memory' });
        continue;
      }
      const { megabytes, seconds, cpu, peak } = JSON.parse(stdout) as Record<
        'megabytes' | 'seconds' | 'cpu' | 'peak',
        number
      >;
      rows.push({
        text,
        reader,
        MB: megabytes.toFixed(1),
        seconds: seconds.toFixed(2),
        'CPU seconds': cpu.toFixed(2),
        'MB/s': (megabytes / seconds).toFixed(1),
        'peak RSS MB': peak.toFixed(0),
      });
    }
  }
  console.table(rows);
}

main();
