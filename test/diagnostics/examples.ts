import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { type ReadSource } from '../../lib/diagnostics/report';

/** The five diagnostics by which the format was designed, one of each group. */
export const EXAMPLES: readonly Diagnostic[] = [
  {
    code: 'K301',
    severity: 'error',
    title: 'Service `shop/cart` selects no pod',
    object: { kind: 'Service', namespace: 'shop', name: 'cart' },
    path: '/spec/selector',
    spans: [
      { file: 'charts/shop.ts', line: 42, column: 5, label: 'selector is `app=cart`' },
      { file: 'charts/shop.ts', line: 31, column: 17, label: 'nearest pods: labels `app=carts, tier=web`' },
    ],
    notes: ['1 of 4 pod templates in `shop` has the key `app`; none has the value `cart`'],
    help: [
      'change the selector to `app=carts`',
      "if an operator creates these pods: allow(this, 'K301', '<reason>')",
    ],
  },
  {
    code: 'K412',
    severity: 'error',
    title: 'pods of Deployment `team-a/api` exceed the LimitRange `limits`',
    object: { kind: 'Deployment', namespace: 'team-a', name: 'api' },
    path: '/spec/template/spec/containers',
    spans: [
      { file: 'charts/team-a.ts', line: 18, column: 5, label: 'cpu limits: api 1500m + proxy 1 = 2500m' },
      { file: 'charts/tenants.ts', line: 9, column: 3, label: 'LimitRange, type Pod, max cpu 2' },
    ],
    notes: [
      'the Deployment is accepted, but every pod is refused:\n"maximum cpu usage per Pod is 2, but limit is 2500m"',
    ],
    help: ["lower the pod's total by 500m, or raise the tenant's max to 2500m"],
  },
  {
    code: 'K305',
    severity: 'error',
    title: 'Ingress `shop/web` routes to port 8080, which Service `shop/web` does not have',
    object: { kind: 'Ingress', namespace: 'shop', name: 'web' },
    path: '/spec/rules/0/http/paths/0/backend/service/port/number',
    spans: [
      {
        file: 'charts/shop.ts',
        line: 57,
        column: 5,
        label: 'rules[0].http.paths[0].backend.service.port.number is 8080',
      },
      { file: 'charts/shop.ts', line: 48, column: 5, label: 'ports: 80 (name `http`, targetPort 8080)' },
    ],
    notes: ["8080 is the container's port; an Ingress names the Service's port"],
    help: ["use `port: { name: 'http' }` or `number: 80`"],
  },
  {
    code: 'K214',
    severity: 'error',
    title: 'CronJob `ops/backup` has a schedule of six fields',
    object: { kind: 'CronJob', namespace: 'ops', name: 'backup' },
    path: '/spec/schedule',
    spans: [{ file: 'charts/ops.ts', line: 12, column: 5, label: 'spec.schedule is "0 30 3 * * *"' }],
    notes: [
      'fields are minute, hour, day, month, weekday; there is no seconds field',
      'the API server refuses it: "expected exactly 5 fields, found 6"',
    ],
    help: ["for 03:30 daily, drop the leading `0`: '30 3 * * *'"],
  },
  {
    code: 'K321',
    severity: 'error',
    title: 'Role `team-a/reader` grants the unknown resource `namespace`',
    object: { kind: 'Role', namespace: 'team-a', name: 'reader' },
    path: '/rules/1/resources/0',
    spans: [
      {
        file: 'charts/tenants.ts',
        line: 27,
        column: 5,
        label: 'rules[1]: apiGroups [""], resources ["namespace"], verbs [get, list]',
      },
    ],
    notes: ['the API server accepts any string here; no core resource has this name'],
    help: ['did you mean `namespaces`?'],
    caveats: ['in a Role, `list` on a cluster-scoped resource grants nothing: that needs a ClusterRole'],
  },
];

const FOLDER = join(__dirname, 'fixtures/examples');

/** Reads the charts that the examples are about. */
export const readExample: ReadSource = (file) => {
  const path = join(FOLDER, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};
