/**
 * What the schema check costs: its size on disk, the time to the first verdict in a fresh process, and the check of
 * many objects from files, beside kubeconform on the same files if it is given. kubeconform wants a folder of JSON
 * schemas (`deployment-apps-v1.json`, ...) of the version that is checked against.
 *
 *     npm run build && npm run bench:schema -- [path of kubeconform] [folder of its schemas]
 */
import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SchemaValidator } from '../lib/check/schema/schema-validator';
import { type JsonObject } from '../lib/model/json-value';

const SIZES = [1_000, 10_000];
const ROUNDS = 5;
const VERSION = '1.35';
const BUILT = resolve(__dirname, '../build/check/schema');

/** Objects of a web service: Deployment, Service, Ingress and ConfigMap in turn. */
function objects(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) => object(index));
}

function object(index: number): JsonObject {
  const name = `web-${Math.floor(index / 4)}`;
  const metadata = { name, namespace: 'shop', labels: { 'app.kubernetes.io/name': name } };
  const labels = { 'app.kubernetes.io/name': name };
  switch (index % 4) {
    case 0:
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          replicas: 3,
          selector: { matchLabels: labels },
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
          template: {
            metadata: { labels },
            spec: {
              securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
              volumes: [{ name: 'config', configMap: { name } }],
              containers: [
                {
                  name: 'web',
                  image: `registry.example.com/web:1.${index}`,
                  args: ['--port', '8080'],
                  ports: [{ name: 'http', containerPort: 8080 }],
                  env: [
                    { name: 'LEVEL', value: 'info' },
                    { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
                  ],
                  readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
                  resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { memory: '256Mi' } },
                  volumeMounts: [{ name: 'config', mountPath: '/etc/web' }],
                },
              ],
            },
          },
        },
      };
    case 1:
      return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata,
        spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
      };
    case 2:
      return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata,
        spec: {
          rules: [
            {
              host: `${name}.example.com`,
              http: {
                paths: [
                  { path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'http' } } } },
                ],
              },
            },
          ],
        },
      };
    default:
      return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { LEVEL: 'info', NAME: name } };
  }
}

function best(measure: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, measure));
}

function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * Loading the compiled modules and the first verdict, measured inside of a fresh process: milliseconds by the clock, and
 * of the processor, which are steadier on a machine that does other work too.
 */
function firstVerdict(): readonly [wall: number, processor: number] {
  const script = `
    const start = process.hrtime.bigint();
    const before = process.cpuUsage();
    const { validateSchema } = require(${JSON.stringify(join(BUILT, 'validate-schema.js'))});
    validateSchema(${JSON.stringify(object(0))}, { version: '${VERSION}' });
    const { user, system } = process.cpuUsage(before);
    console.log(Number(process.hrtime.bigint() - start) / 1e6, (user + system) / 1e3);`;
  const runs = Array.from({ length: 3 * ROUNDS }, () =>
    spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.split(' ').map(Number),
  );
  const least = (at: number): number => Math.min(...runs.map((run) => run[at] ?? NaN));
  return [least(0), least(1)];
}

/** A process that reads every file of a folder and checks it. */
const CHECK_FOLDER = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { SchemaValidator } = require(${JSON.stringify(join(BUILT, 'schema-validator.js'))});
  const validator = new SchemaValidator({ version: '${VERSION}' });
  for (const name of readdirSync(process.argv[1]))
    if (validator.validate(JSON.parse(readFileSync(process.argv[1] + '/' + name, 'utf8'))).length > 0)
      throw new Error(name);`;

function main([kubeconform, schemas]: readonly string[]): void {
  const table = readFileSync(join(BUILT, 'tables.gen.js'));
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`;
  console.log(
    `tables of nine versions: ${kilobytes(table.length)} on disk, ${kilobytes(gzipSync(table).length)} packed`,
  );
  const [wall, processor] = firstVerdict();
  console.log(
    `first verdict, modules loaded included: ${wall.toFixed(1)} ms, ${processor.toFixed(1)} ms of the processor`,
  );
  for (const size of SIZES) {
    const list = objects(size);
    const check = best(() =>
      milliseconds(() => {
        const validator = new SchemaValidator({ version: VERSION });
        for (const each of list) validator.validate(each);
      }),
    );
    console.log(
      `${size} objects in memory: ${check.toFixed(1)} ms, ${((check / size) * 1000).toFixed(1)} us each`,
    );

    const folder = mkdtempSync(join(tmpdir(), 'bench-schema-'));
    try {
      const manifests = join(folder, 'manifests');
      mkdirSync(manifests);
      list.forEach((each, index) => writeFileSync(join(manifests, `${index}.json`), JSON.stringify(each)));
      const ours = best(() => milliseconds(() => run(process.execPath, ['-e', CHECK_FOLDER, manifests])));
      console.log(`${size} files, whole process: ${ours.toFixed(0)} ms`);
      if (kubeconform === undefined || schemas === undefined) continue;
      const location = `${resolve(schemas)}/{{ .ResourceKind }}{{ .KindSuffix }}.json`;
      const theirs = best(() =>
        milliseconds(() => run(kubeconform, ['-strict', '-schema-location', location, manifests])),
      );
      console.log(
        `${size} files, kubeconform: ${theirs.toFixed(0)} ms, ${(theirs / ours).toFixed(1)} times as long`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}${stdout}`);
}

main(process.argv.slice(2));
