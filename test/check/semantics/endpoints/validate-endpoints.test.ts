import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  endpoints: {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      name: 'a',
    },
    subsets: [
      {
        addresses: [
          {
            ip: '192.0.2.1',
            hostname: 'h',
            nodeName: 'n.x',
          },
        ],
        notReadyAddresses: [
          {
            ip: '2001:db8::1',
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
    ],
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': '127.0.0.1' },
    says: [
      'subsets[0].addresses[0].ip: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
    ],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': '0.0.0.0' },
    says: ['subsets[0].addresses[0].ip: Invalid value: "0.0.0.0": may not be unspecified (0.0.0.0)'],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': '010.1.1.1' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['subsets[0].addresses[0].ip: Invalid value: "010.1.1.1": must not have leading 0s'],
    },
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': '::ffff:1.2.3.4' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'subsets[0].addresses[0].ip: Invalid value: "::ffff:1.2.3.4": must not be an IPv4-mapped IPv6 address',
      ],
    },
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': 'x' },
    says: [
      'subsets[0].addresses[0].ip: Invalid value: "x": must be a valid IP address',
      'subsets[0].addresses[0].ip: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    ],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': '169.254.1.1' },
    says: [
      'subsets[0].addresses[0].ip: Invalid value: "169.254.1.1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
    ],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': '224.0.0.1' },
    says: [
      'subsets[0].addresses[0].ip: Invalid value: "224.0.0.1": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
    ],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.ip': 'FE80::1' },
    says: [
      'subsets[0].addresses[0].ip: Invalid value: "FE80::1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
    ],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses': [], 'subsets.0.notReadyAddresses': [] },
    says: ['subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`'],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.ports.1.name': undefined },
    says: ['subsets[0].ports[1].name: Required value'],
  },
  { of: 'endpoints', set: { 'subsets.0.ports.1.name': 'a' }, says: [] },
  {
    of: 'endpoints',
    set: { 'subsets.0.ports.0.port': 0 },
    says: ['subsets[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive'],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.ports.0.protocol': 'tcp' },
    says: ['subsets[0].ports[0].protocol: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"'],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.nodeName': 'A' },
    says: [
      "subsets[0].addresses[0].nodeName: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.addresses.0.hostname': 'a.b' },
    says: ['subsets[0].addresses[0].hostname: Invalid value: "a.b": must not contain dots'],
  },
  {
    of: 'endpoints',
    set: { 'subsets.0.ports.0.appProtocol': 'a b' },
    says: [
      "subsets[0].ports[0].appProtocol: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
];

describe('Endpoints', () => {
  describeServerCases(OBJECTS, CASES);
});
