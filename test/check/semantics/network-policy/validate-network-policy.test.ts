import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  np: {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: 'a',
    },
    spec: {
      podSelector: {
        matchLabels: {
          a: 'b',
        },
        matchExpressions: [
          {
            key: 'x',
            operator: 'In',
            values: ['a'],
          },
          {
            key: 'y',
            operator: 'Exists',
          },
        ],
      },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            {
              podSelector: {
                matchLabels: {
                  a: 'b',
                },
              },
              namespaceSelector: {},
            },
            {
              ipBlock: {
                cidr: '10.0.0.0/8',
                except: ['10.1.0.0/16'],
              },
            },
          ],
          ports: [
            {
              protocol: 'TCP',
              port: 80,
              endPort: 90,
            },
            {
              port: 'http',
            },
            {
              protocol: 'UDP',
            },
          ],
        },
      ],
      egress: [
        {
          to: [
            {
              ipBlock: {
                cidr: '2001:db8::/32',
                except: ['2001:db8:1::/48'],
              },
            },
          ],
        },
      ],
    },
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'np',
    set: { 'spec.policyTypes': ['ingress'] },
    says: ['spec.policyTypes[0]: Unsupported value: "ingress": supported values: "Ingress", "Egress"'],
  },
  { of: 'np', set: { 'spec.policyTypes': [] }, says: [] },
  {
    of: 'np',
    set: { 'spec.ingress.0.ports.0.endPort': 70 },
    says: ['spec.ingress[0].ports[0].endPort: Invalid value: 80: must be greater than or equal to `port`'],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.ports.0.endPort': 70000 },
    says: ['spec.ingress[0].ports[0].endPort: Invalid value: 70000: must be between 1 and 65535, inclusive'],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.ports.1.endPort': 90 },
    says: [
      'spec.ingress[0].ports[1].endPort: Invalid value: 90: may not be specified when `port` is non-numeric',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.ports.2.endPort': 90 },
    says: [
      'spec.ingress[0].ports[2].endPort: Invalid value: 90: may not be specified when `port` is not specified',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.ports.0.port': 0 },
    says: ['spec.ingress[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive'],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.ports.0.port': '80' },
    says: [
      'spec.ingress[0].ports[0].endPort: Invalid value: 90: may not be specified when `port` is non-numeric',
      'spec.ingress[0].ports[0].port: Invalid value: "80": must contain at least one letter (a-z)',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.ports.0.protocol': 'tcp' },
    says: [
      'spec.ingress[0].ports[0].protocol: Unsupported value: "tcp": supported values: "TCP", "UDP", "SCTP"',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.0': {} },
    says: ['spec.ingress[0].from[0]: Required value: must specify a peer'],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.podSelector': {} },
    says: ['spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer'],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '10.0.0.0' },
    says: {
      '1.28': ['spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "10.0.0.0": not a valid CIDR'],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '10.0.0.1/8' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "10.0.0.1/8": must not have bits set beyond the prefix length',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '010.0.0.0/8' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "010.0.0.0/8": must not have leading 0s in IP or prefix length',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': 'x' },
    says: {
      '1.28': ['spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "x": not a valid CIDR'],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '' },
    says: ['spec.ingress[0].from[1].ipBlock.cidr: Required value'],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '10.0.0.0/33' },
    says: {
      '1.28': ['spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "10.0.0.0/33": not a valid CIDR'],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "10.0.0.0/33": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "10.0.0.0/33": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '2001:db8::/32' },
    says: [
      'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.1.0.0/16": must be a strict subset of `cidr`',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '10.1.0.0/16' },
    says: [
      'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.1.0.0/16": must be a strict subset of `cidr`',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '10.1.2.0/24' },
    says: [
      'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.1.0.0/16": must be a strict subset of `cidr`',
    ],
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.cidr': '::ffff:10.0.0.0/104' },
    says: {
      '1.28': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.1.0.0/16": must be a strict subset of `cidr`',
      ],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.1.0.0/16": must be a strict subset of `cidr`',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.cidr: Invalid value: "::ffff:10.0.0.0/104": must not have an IPv4-mapped IPv6 address',
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.1.0.0/16": must be a strict subset of `cidr`',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['11.0.0.0/16', 'y'] },
    says: {
      '1.28': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "11.0.0.0/16": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": not a valid CIDR',
      ],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "11.0.0.0/16": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "11.0.0.0/16": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['10.0.0.0/8', 'y'] },
    says: {
      '1.28': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": not a valid CIDR',
      ],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['0.0.0.0/0', 'y'] },
    says: {
      '1.28': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "0.0.0.0/0": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": not a valid CIDR',
      ],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "0.0.0.0/0": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "0.0.0.0/0": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['x', 'y'] },
    says: {
      '1.28': ['spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "x": not a valid CIDR'],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['', 'y'] },
    says: {
      '1.28': ['spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "": not a valid CIDR'],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['10.1.0.1/16', 'y'] },
    says: {
      '1.28': ['spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": not a valid CIDR'],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.1.0.1/16": must not have bits set beyond the prefix length',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['2001:db8::/48', 'y'] },
    says: {
      '1.28': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "2001:db8::/48": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": not a valid CIDR',
      ],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "2001:db8::/48": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "2001:db8::/48": must be a strict subset of `cidr`',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.ingress.0.from.1.ipBlock.except': ['10.0.0.0', 'y'] },
    says: {
      '1.28': ['spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.0.0.0": not a valid CIDR'],
      '1.33': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
      '1.36': [
        'spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
        'spec.ingress[0].from[1].ipBlock.except[1]: Invalid value: "y": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    },
  },
  {
    of: 'np',
    set: { 'spec.podSelector.matchExpressions.0.operator': 'in' },
    says: [
      'spec.podSelector.matchExpressions[0].operator: Invalid value: "in": not a valid selector operator',
    ],
  },
  {
    of: 'np',
    set: { 'spec.podSelector.matchExpressions.0.values': [] },
    says: [
      "spec.podSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
    ],
  },
  {
    of: 'np',
    set: { 'spec.podSelector.matchExpressions.1.values': ['a'] },
    says: [
      "spec.podSelector.matchExpressions[1].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
    ],
  },
  {
    of: 'np',
    set: { 'spec.podSelector.matchLabels': { 'a b': 'c d' } },
    says: [
      "spec.podSelector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      "spec.podSelector.matchLabels: Invalid value: \"c d\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ],
  },
  { of: 'np', set: { spec: {} }, says: [] },
];

describe('a NetworkPolicy', () => {
  describeServerCases(OBJECTS, CASES);
});
