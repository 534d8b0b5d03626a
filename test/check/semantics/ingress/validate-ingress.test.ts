import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  ingress: {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: 'a',
    },
    spec: {
      ingressClassName: 'nginx',
      defaultBackend: {
        resource: {
          apiGroup: 'k8s.example.com',
          kind: 'Bucket',
          name: 'b',
        },
      },
      tls: [
        {
          hosts: ['a.example.com', '*.example.com'],
          secretName: 's',
        },
      ],
      rules: [
        {
          host: 'a.example.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: {
                    name: 'web',
                    port: {
                      number: 80,
                    },
                  },
                },
              },
              {
                path: '/a',
                pathType: 'Exact',
                backend: {
                  service: {
                    name: 'web',
                    port: {
                      name: 'http',
                    },
                  },
                },
              },
              {
                pathType: 'ImplementationSpecific',
                backend: {
                  service: {
                    name: 'web',
                    port: {
                      name: 'http',
                    },
                  },
                },
              },
            ],
          },
        },
      ],
    },
  },
};

const CASES: readonly ServerCase[] = [
  { of: 'ingress', set: { 'spec.rules': undefined }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.defaultBackend': {} },
    says: ['spec.defaultBackend: Invalid value: "": resource or service backend is required'],
  },
  {
    of: 'ingress',
    set: { 'spec.defaultBackend.service': { name: 'a', port: { number: 80 } } },
    says: ['spec.defaultBackend: Invalid value: "": cannot set both resource and service backends'],
  },
  {
    of: 'ingress',
    set: {
      'spec.defaultBackend.resource.kind': '',
      'spec.defaultBackend.resource.name': 'a/b',
      'spec.defaultBackend.resource.apiGroup': 'A',
    },
    says: {
      '1.28': [
        "spec.defaultBackend.resource.apiGroup: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        'spec.defaultBackend.resource.kind: Required value: kind is required',
        'spec.defaultBackend.resource.name: Invalid value: "a/b": may not contain \'/\'',
      ],
      '1.33': [
        "spec.defaultBackend.resource.apiGroup: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        'spec.defaultBackend.resource.kind: Required value: kind is required',
        'spec.defaultBackend.resource.name: Invalid value: "a/b": may not contain \'/\'',
      ],
      '1.36': [
        "spec.defaultBackend.resource.apiGroup: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        'spec.defaultBackend.resource.kind: Required value',
        'spec.defaultBackend.resource.name: Invalid value: "a/b": may not contain \'/\'',
      ],
    },
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': 'http://a.b' },
    says: [
      "spec.rules[0].host: Invalid value: \"http://a.b\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': 'a.example.com:80' },
    says: [
      "spec.rules[0].host: Invalid value: \"a.example.com:80\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': '1.2.3.4' },
    says: ['spec.rules[0].host: Invalid value: "1.2.3.4": must be a DNS name, not an IP address'],
  },
  { of: 'ingress', set: { 'spec.rules.0.host': '*.a.com' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': '*' },
    says: [
      "spec.rules[0].host: Invalid value: \"*\": a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': 'a.*.com' },
    says: [
      "spec.rules[0].host: Invalid value: \"a.*.com\": a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': '*a.com' },
    says: [
      "spec.rules[0].host: Invalid value: \"*a.com\": a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': 'A.com' },
    says: [
      "spec.rules[0].host: Invalid value: \"A.com\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.host': 'a_b.com' },
    says: [
      "spec.rules[0].host: Invalid value: \"a_b.com\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.tls.0.hosts.0': '*' },
    says: [
      "spec.tls[0].hosts[0]: Invalid value: \"*\": a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.tls.0.hosts.0': 'A' },
    says: [
      "spec.tls[0].hosts[0]: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.tls.0.hosts.0': '' },
    says: [
      "spec.tls[0].hosts[0]: Invalid value: \"\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.tls.0.secretName': 'a/b' },
    says: [
      "spec.tls[0].secretName: Invalid value: \"a/b\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.ingressClassName': '' },
    says: [
      "spec.ingressClassName: Invalid value: \"\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.ingressClassName': 'A' },
    says: [
      "spec.ingressClassName: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "": must be an absolute path'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "": must be an absolute path'],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': 'a' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "a": must be an absolute path'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': 'a' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "a": must be an absolute path'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.2.path': 'a' },
    says: ['spec.rules[0].http.paths[2].path: Invalid value: "a": must be an absolute path'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '//' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "//": must not contain \'//\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '//' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "//": must not contain \'//\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '//' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '/a/../b' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "/a/../b": must not contain \'/../\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '/a/../b' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "/a/../b": must not contain \'/../\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '/a/../b' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '/a%2fb' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "/a%2fb": must not contain \'%2f\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '/a%2fb' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "/a%2fb": must not contain \'%2f\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '/a%2fb' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '/a%2F' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "/a%2F": must not contain \'%2F\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '/a%2F' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "/a%2F": must not contain \'%2F\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '/a%2F' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '/a/..' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "/a/..": cannot end with \'/..\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '/a/..' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "/a/..": cannot end with \'/..\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '/a/..' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '/a/.' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "/a/.": cannot end with \'/.\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '/a/.' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "/a/.": cannot end with \'/.\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '/a/.' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '/./x' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "/./x": must not contain \'/./\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '/./x' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "/./x": must not contain \'/./\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '/./x' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.path': '/..' },
    says: ['spec.rules[0].http.paths[0].path: Invalid value: "/..": cannot end with \'/..\''],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.1.path': '/..' },
    says: ['spec.rules[0].http.paths[1].path: Invalid value: "/..": cannot end with \'/..\''],
  },
  { of: 'ingress', set: { 'spec.rules.0.http.paths.2.path': '/..' }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.pathType': 'prefix' },
    says: [
      'spec.rules[0].http.paths[0].pathType: Unsupported value: "prefix": supported values: "Exact", "ImplementationSpecific", "Prefix"',
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.pathType': undefined },
    says: ['spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths': [] },
    says: ['spec.rules[0].http.paths: Required value'],
  },
  { of: 'ingress', set: { 'spec.rules.0.http': {} }, says: ['spec.rules[0].http.paths: Required value'] },
  { of: 'ingress', set: { 'spec.rules.0': {} }, says: [] },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend': {} },
    says: ['spec.rules[0].http.paths[0].backend: Invalid value: "": resource or service backend is required'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend.service.port': {} },
    says: ['spec.rules[0].http.paths[0].backend: Required value: port name or number is required'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend.service.port': { name: 'a', number: 80 } },
    says: ['spec.rules[0].http.paths[0].backend: Invalid value: "": cannot set both port name & port number'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend.service.port': { number: 80000 } },
    says: [
      'spec.rules[0].http.paths[0].backend.service.port.number: Invalid value: 80000: must be between 1 and 65535, inclusive',
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend.service.port': { name: '80' } },
    says: [
      'spec.rules[0].http.paths[0].backend.service.port.name: Invalid value: "80": must contain at least one letter (a-z)',
    ],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend.service.name': '' },
    says: ['spec.rules[0].http.paths[0].backend.service.name: Required value'],
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend.service.name': '2a' },
    says: {
      '1.28': [
        "spec.rules[0].http.paths[0].backend.service.name: Invalid value: \"2a\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.33': [
        "spec.rules[0].http.paths[0].backend.service.name: Invalid value: \"2a\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.36': [],
    },
  },
  {
    of: 'ingress',
    set: { 'spec.rules.0.http.paths.0.backend.service.name': 'a.b' },
    says: {
      '1.28': [
        "spec.rules[0].http.paths[0].backend.service.name: Invalid value: \"a.b\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.33': [
        "spec.rules[0].http.paths[0].backend.service.name: Invalid value: \"a.b\": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.36': [
        'spec.rules[0].http.paths[0].backend.service.name: Invalid value: "a.b": must not contain dots',
      ],
    },
  },
  {
    of: 'ingress',
    set: { 'metadata.annotations': { 'kubernetes.io/ingress.class': 'other' } },
    says: [
      'annotations.kubernetes.io/ingress.class: Invalid value: "other": must match `ingressClassName` when both are specified',
    ],
  },
  { of: 'ingress', set: { 'metadata.annotations': { 'kubernetes.io/ingress.class': 'nginx' } }, says: [] },
];

describe('an Ingress', () => {
  describeServerCases(OBJECTS, CASES);
});
