import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  v4: {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'a',
    },
    addressType: 'IPv4',
    endpoints: [
      {
        addresses: ['192.0.2.1'],
        conditions: {
          ready: true,
        },
        hostname: 'h',
        nodeName: 'n',
        zone: 'z',
        hints: {
          forZones: [
            {
              name: 'z',
            },
          ],
        },
      },
    ],
    ports: [
      {
        name: 'a',
        port: 80,
        protocol: 'TCP',
        appProtocol: 'http',
      },
      {
        name: 'b',
        port: 81,
      },
    ],
  },
  v6: {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'a',
    },
    addressType: 'IPv6',
    endpoints: [
      {
        addresses: ['2001:db8::1'],
      },
    ],
    ports: [{}],
  },
  fqdn: {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'a',
    },
    addressType: 'FQDN',
    endpoints: [
      {
        addresses: ['a.example.com.'],
      },
    ],
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'v4',
    set: { 'endpoints.0.addresses': ['127.0.0.1'] },
    says: [
      'endpoints[0].addresses[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
    ],
  },
  {
    of: 'v4',
    set: { 'endpoints.0.addresses': ['010.1.1.1'] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['endpoints[0].addresses[0]: Invalid value: "010.1.1.1": must not have leading 0s'],
    },
  },
  {
    of: 'v4',
    set: { 'endpoints.0.addresses': ['::ffff:1.2.3.4'] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'endpoints[0].addresses[0]: Invalid value: "::ffff:1.2.3.4": must not be an IPv4-mapped IPv6 address',
      ],
    },
  },
  {
    of: 'v4',
    set: { 'endpoints.0.addresses': ['x'] },
    says: {
      '1.28': [
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IP address',
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IPv4 address',
      ],
      '1.33': [
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
      '1.36': [
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    },
  },
  {
    of: 'v4',
    set: { 'endpoints.0.addresses': ['2001:db8::1'] },
    says: {
      '1.28': ['endpoints[0].addresses[0]: Invalid value: "2001:db8::1": must be a valid IPv4 address'],
      '1.33': ['endpoints[0].addresses: Invalid value: "2001:db8::1": must be an IPv4 address'],
      '1.36': ['endpoints[0].addresses: Invalid value: "2001:db8::1": must be an IPv4 address'],
    },
  },
  {
    of: 'v4',
    set: { 'endpoints.0.addresses': ['169.254.1.1'] },
    says: [
      'endpoints[0].addresses[0]: Invalid value: "169.254.1.1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
    ],
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['127.0.0.1'] },
    says: {
      '1.28': [
        'endpoints[0].addresses[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
        'endpoints[0].addresses[0]: Invalid value: "127.0.0.1": must be a valid IPv6 address',
      ],
      '1.33': [
        'endpoints[0].addresses: Invalid value: "127.0.0.1": must be an IPv6 address',
        'endpoints[0].addresses[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
      '1.36': [
        'endpoints[0].addresses: Invalid value: "127.0.0.1": must be an IPv6 address',
        'endpoints[0].addresses[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
    },
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['1.2.3.4'] },
    says: {
      '1.28': ['endpoints[0].addresses[0]: Invalid value: "1.2.3.4": must be a valid IPv6 address'],
      '1.33': ['endpoints[0].addresses: Invalid value: "1.2.3.4": must be an IPv6 address'],
      '1.36': ['endpoints[0].addresses: Invalid value: "1.2.3.4": must be an IPv6 address'],
    },
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['2001:DB8::1'] },
    says: {
      '1.28': [],
      '1.33': [
        'endpoints[0].addresses[0]: Invalid value: "2001:DB8::1": must be in canonical form ("2001:db8::1")',
      ],
      '1.36': [
        'endpoints[0].addresses[0]: Invalid value: "2001:DB8::1": must be in canonical form ("2001:db8::1")',
      ],
    },
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['::ffff:1.2.3.4'] },
    says: {
      '1.28': ['endpoints[0].addresses[0]: Invalid value: "::ffff:1.2.3.4": must be a valid IPv6 address'],
      '1.33': [
        'endpoints[0].addresses[0]: Invalid value: "::ffff:1.2.3.4": must not be an IPv4-mapped IPv6 address',
      ],
      '1.36': [
        'endpoints[0].addresses[0]: Invalid value: "::ffff:1.2.3.4": must not be an IPv4-mapped IPv6 address',
      ],
    },
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['x'] },
    says: {
      '1.28': [
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IP address',
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IPv6 address',
      ],
      '1.33': [
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
      '1.36': [
        'endpoints[0].addresses[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    },
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['::1'] },
    says: [
      'endpoints[0].addresses[0]: Invalid value: "::1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
    ],
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['fe80::1'] },
    says: [
      'endpoints[0].addresses[0]: Invalid value: "fe80::1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
    ],
  },
  {
    of: 'v6',
    set: { 'endpoints.0.addresses': ['2001:db8:0::1'] },
    says: {
      '1.28': [],
      '1.33': [
        'endpoints[0].addresses[0]: Invalid value: "2001:db8:0::1": must be in canonical form ("2001:db8::1")',
      ],
      '1.36': [
        'endpoints[0].addresses[0]: Invalid value: "2001:db8:0::1": must be in canonical form ("2001:db8::1")',
      ],
    },
  },
  {
    of: 'fqdn',
    set: { 'endpoints.0.addresses': ['a'] },
    says: [
      'endpoints[0].addresses[0]: Invalid value: "a": should be a domain with at least two segments separated by dots',
    ],
  },
  {
    of: 'fqdn',
    set: { 'endpoints.0.addresses': ['A.b'] },
    says: [
      "endpoints[0].addresses[0]: Invalid value: \"A.b\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'fqdn',
    set: { 'endpoints.0.addresses': ['a..b'] },
    says: [
      "endpoints[0].addresses[0]: Invalid value: \"a..b\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  { of: 'fqdn', set: { 'endpoints.0.addresses': [''] }, says: ['endpoints[0].addresses[0]: Required value'] },
  {
    of: 'fqdn',
    set: { 'endpoints.0.addresses': ['.'] },
    says: [
      "endpoints[0].addresses[0]: Invalid value: \"\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'fqdn',
    set: { 'endpoints.0.addresses': ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b'] },
    says: [
      'endpoints[0].addresses[0]: Invalid value: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": must be no more than 63 characters',
    ],
  },
  {
    of: 'fqdn',
    set: { 'endpoints.0.addresses': ['*.a.b'] },
    says: [
      "endpoints[0].addresses[0]: Invalid value: \"*.a.b\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'v4',
    set: { addressType: 'IPv5' },
    says: ['addressType: Unsupported value: "IPv5": supported values: "FQDN", "IPv4", "IPv6"'],
  },
  { of: 'v4', set: { addressType: '' }, says: ['addressType: Required value'] },
  {
    of: 'v4',
    set: { 'endpoints.0.addresses': [] },
    says: ['endpoints[0].addresses: Required value: must contain at least 1 address'],
  },
  {
    of: 'v4',
    set: {
      'endpoints.0.addresses': [
        '192.0.2.0',
        '192.0.2.1',
        '192.0.2.2',
        '192.0.2.3',
        '192.0.2.4',
        '192.0.2.5',
        '192.0.2.6',
        '192.0.2.7',
        '192.0.2.8',
        '192.0.2.9',
        '192.0.2.10',
        '192.0.2.11',
        '192.0.2.12',
        '192.0.2.13',
        '192.0.2.14',
        '192.0.2.15',
        '192.0.2.16',
        '192.0.2.17',
        '192.0.2.18',
        '192.0.2.19',
        '192.0.2.20',
        '192.0.2.21',
        '192.0.2.22',
        '192.0.2.23',
        '192.0.2.24',
        '192.0.2.25',
        '192.0.2.26',
        '192.0.2.27',
        '192.0.2.28',
        '192.0.2.29',
        '192.0.2.30',
        '192.0.2.31',
        '192.0.2.32',
        '192.0.2.33',
        '192.0.2.34',
        '192.0.2.35',
        '192.0.2.36',
        '192.0.2.37',
        '192.0.2.38',
        '192.0.2.39',
        '192.0.2.40',
        '192.0.2.41',
        '192.0.2.42',
        '192.0.2.43',
        '192.0.2.44',
        '192.0.2.45',
        '192.0.2.46',
        '192.0.2.47',
        '192.0.2.48',
        '192.0.2.49',
        '192.0.2.50',
        '192.0.2.51',
        '192.0.2.52',
        '192.0.2.53',
        '192.0.2.54',
        '192.0.2.55',
        '192.0.2.56',
        '192.0.2.57',
        '192.0.2.58',
        '192.0.2.59',
        '192.0.2.60',
        '192.0.2.61',
        '192.0.2.62',
        '192.0.2.63',
        '192.0.2.64',
        '192.0.2.65',
        '192.0.2.66',
        '192.0.2.67',
        '192.0.2.68',
        '192.0.2.69',
        '192.0.2.70',
        '192.0.2.71',
        '192.0.2.72',
        '192.0.2.73',
        '192.0.2.74',
        '192.0.2.75',
        '192.0.2.76',
        '192.0.2.77',
        '192.0.2.78',
        '192.0.2.79',
        '192.0.2.80',
        '192.0.2.81',
        '192.0.2.82',
        '192.0.2.83',
        '192.0.2.84',
        '192.0.2.85',
        '192.0.2.86',
        '192.0.2.87',
        '192.0.2.88',
        '192.0.2.89',
        '192.0.2.90',
        '192.0.2.91',
        '192.0.2.92',
        '192.0.2.93',
        '192.0.2.94',
        '192.0.2.95',
        '192.0.2.96',
        '192.0.2.97',
        '192.0.2.98',
        '192.0.2.99',
        '192.0.2.100',
      ],
    },
    says: ['endpoints[0].addresses: Too many: 101: must have at most 100 items'],
  },
  { of: 'v4', set: { 'ports.1.name': 'a' }, says: ['ports[1].name: Duplicate value: "a"'] },
  { of: 'v4', set: { ports: [{}, {}] }, says: ['ports[1].name: Duplicate value: ""'] },
  {
    of: 'v4',
    set: { 'ports.0.name': 'A' },
    says: [
      "ports[0].name: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ],
  },
  {
    of: 'v4',
    set: { 'ports.0.protocol': 'x' },
    says: ['ports[0].protocol: Unsupported value: "x": supported values: "SCTP", "TCP", "UDP"'],
  },
  { of: 'v4', set: { 'ports.0.port': 0 }, says: [] },
  { of: 'v4', set: { 'ports.0.port': 70000 }, says: [] },
  {
    of: 'v4',
    set: { 'ports.0.appProtocol': 'a b' },
    says: [
      "ports[0].appProtocol: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'v4',
    set: { 'endpoints.0.nodeName': 'A' },
    says: [
      "endpoints[0].nodeName: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'v4',
    set: { 'endpoints.0.hostname': 'a.b' },
    says: ['endpoints[0].hostname: Invalid value: "a.b": must not contain dots'],
  },
  {
    of: 'v4',
    set: { 'endpoints.0.hints.forZones': [{ name: 'a' }, { name: 'a' }, { name: 'a b' }, {}] },
    says: [
      'endpoints[0].hints.forZones[1].name: Duplicate value: "a"',
      "endpoints[0].hints.forZones[2].name: Invalid value: \"a b\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ],
  },
  {
    of: 'v4',
    set: {
      'endpoints.0.hints.forZones': [
        { name: 'z0' },
        { name: 'z1' },
        { name: 'z2' },
        { name: 'z3' },
        { name: 'z4' },
        { name: 'z5' },
        { name: 'z6' },
        { name: 'z7' },
        { name: 'z8' },
      ],
    },
    says: ['endpoints[0].hints.forZones: Too many: 9: must have at most 8 items'],
  },
  { of: 'v4', set: { 'endpoints.0.deprecatedTopology': { 'a b': 'x' } }, says: [] },
];

describe('an EndpointSlice', () => {
  describeServerCases(OBJECTS, CASES);
});
