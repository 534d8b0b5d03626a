import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  ic: {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: {
      name: 'a',
    },
    spec: {
      controller: 'k8s.io/ingress-nginx',
      parameters: {
        apiGroup: 'k8s.example.com',
        kind: 'P',
        name: 'p',
        scope: 'Namespace',
        namespace: 'n',
      },
    },
  },
};

const CASES: readonly ServerCase[] = [
  { of: 'ic', set: { 'spec.controller': '' }, says: ['spec.controller: Required value'] },
  {
    of: 'ic',
    set: { 'spec.controller': 'a' },
    says: ['spec.controller: Invalid value: "a": must be a domain-prefixed path (such as "acme.io/foo")'],
  },
  {
    of: 'ic',
    set: { 'spec.controller': '/a' },
    says: ['spec.controller: Invalid value: "/a": must be a domain-prefixed path (such as "acme.io/foo")'],
  },
  {
    of: 'ic',
    set: { 'spec.controller': 'a/' },
    says: ['spec.controller: Invalid value: "a/": must be a domain-prefixed path (such as "acme.io/foo")'],
  },
  {
    of: 'ic',
    set: { 'spec.controller': 'A/b c' },
    says: [
      "spec.controller: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
      "spec.controller: Invalid value: \"b c\": Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')",
    ],
  },
  {
    of: 'ic',
    set: {
      'spec.controller':
        'a/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    },
    says: {
      '1.28': ['spec.controller: Too long: must have at most 250 bytes'],
      '1.33': ['spec.controller: Too long: may not be more than 250 bytes'],
      '1.36': ['spec.controller: Too long: may not be more than 250 bytes'],
    },
  },
  {
    of: 'ic',
    set: { 'spec.parameters.scope': 'x' },
    says: ['spec.parameters.scope: Unsupported value: "x": supported values: "Cluster", "Namespace"'],
  },
  {
    of: 'ic',
    set: { 'spec.parameters.scope': undefined },
    says: ["spec.parameters.namespace: Forbidden: `parameters.scope` is set to 'Cluster'"],
  },
  {
    of: 'ic',
    set: { 'spec.parameters.scope': 'Cluster' },
    says: ["spec.parameters.namespace: Forbidden: `parameters.scope` is set to 'Cluster'"],
  },
  {
    of: 'ic',
    set: { 'spec.parameters.namespace': undefined },
    says: ["spec.parameters.namespace: Required value: `parameters.scope` is set to 'Namespace'"],
  },
  {
    of: 'ic',
    set: { 'spec.parameters.namespace': 'A' },
    says: [
      "spec.parameters.namespace: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ],
  },
  {
    of: 'ic',
    set: { 'spec.parameters.namespace': '' },
    says: [
      "spec.parameters.namespace: Invalid value: \"\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ],
  },
  {
    of: 'ic',
    set: { 'spec.parameters.kind': '', 'spec.parameters.name': '' },
    says: {
      '1.28': [
        'spec.parameters.kind: Required value: kind is required',
        'spec.parameters.name: Required value: name is required',
      ],
      '1.33': [
        'spec.parameters.kind: Required value: kind is required',
        'spec.parameters.name: Required value: name is required',
      ],
      '1.36': ['spec.parameters.kind: Required value', 'spec.parameters.name: Required value'],
    },
  },
  {
    of: 'ic',
    set: { 'spec.parameters.kind': 'a/b' },
    says: ['spec.parameters.kind: Invalid value: "a/b": may not contain \'/\''],
  },
  { of: 'ic', set: { spec: {} }, says: ['spec.controller: Required value'] },
];

describe('an IngressClass', () => {
  describeServerCases(OBJECTS, CASES);
});
