import { formatFieldError } from '../../../lib/check/semantics/field-error';
import { validateObject } from '../../../lib/check/semantics/validate-object';
import { type JsonObject } from '../../../lib/model/json-value';

const told = (object: JsonObject): string[] => validateObject(object, '1.35').map(formatFieldError);
const configMap = (metadata: JsonObject, rest: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata,
  ...rest,
});

describe('metadata', () => {
  it('takes what the server takes', () => {
    const metadata = {
      name: 'a.b',
      namespace: 'shop',
      labels: { 'example.com/a': '', b: 'B_1' },
      annotations: { 'Example.com/A': 'any text\n' },
      finalizers: ['example.com/a'],
      ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'n', uid: 'u', controller: true }],
    };
    expect(told(configMap(metadata))).toEqual([]);
  });

  it('wants a name, or what one is generated from', () => {
    expect(told(configMap({}))).toEqual(['metadata.name: Required value: name or generateName is required']);
    expect(told(configMap({ generateName: 'a-' }))).toEqual([]);
  });

  it('wants names to be made of generateName that are names', () => {
    expect(told(configMap({ generateName: '--' }))).toEqual([
      expect.stringContaining('metadata.name: Invalid value: "--x7k2p": a lowercase RFC 1123 subdomain'),
    ]);
  });

  it('takes an owner of two slashes for one without a version', () => {
    const owner = { apiVersion: 'a/b/c', kind: 'Node', name: 'n', uid: 'u' };
    expect(told(configMap({ name: 'a', ownerReferences: [owner] }))).toEqual([
      'metadata.ownerReferences.apiVersion: Invalid value: "a/b/c": version must not be empty',
    ]);
  });

  it('has the label of a Namespace, which is its name', () => {
    expect(told({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a/b' } })).toEqual([
      expect.stringContaining('metadata.name: Invalid value: "a/b"'),
      expect.stringContaining('metadata.labels: Invalid value: "a/b": a valid label must be'),
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ name: 'A' }, 'metadata.name: Invalid value: "A"'],
    [{ name: 'a', namespace: 'a.b' }, 'metadata.namespace: Invalid value: "a.b"'],
    [{ name: 'a', labels: { a: 'b c' } }, 'metadata.labels: Invalid value: "b c"'],
    [{ name: 'a', annotations: { 'a b': '' } }, 'metadata.annotations: Invalid value: "a b"'],
    [{ name: 'a', annotations: { a: 'x'.repeat(262144) } }, 'metadata.annotations: Too long'],
    [{ name: 'a', finalizers: ['own'] }, 'metadata.finalizers[0]: Invalid value: "own"'],
    [
      { name: 'a', finalizers: ['orphan', 'foregroundDeletion'] },
      'metadata.finalizers: Invalid value: ["orphan","foregroundDeletion"]',
    ],
    [
      { name: 'a', ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'n' }] },
      'metadata.ownerReferences.uid: Invalid value: ""',
    ],
  ])('refuses %j', (metadata, message) => {
    expect(told(configMap(metadata))).toEqual([expect.stringContaining(message)]);
  });

  it('lets a LimitRange go without a name: the server makes one', () => {
    expect(told({ apiVersion: 'v1', kind: 'LimitRange', metadata: {}, spec: { limits: [] } })).toEqual([]);
  });

  it.each([
    ['node.k8s.io/v1', 'RuntimeClass', { handler: 'a' }],
    ['coordination.k8s.io/v1', 'Lease', {}],
    ['policy/v1', 'PodDisruptionBudget', {}],
  ])('lets a %s %s have finalizers without a domain', (apiVersion, kind, rest) => {
    expect(told({ apiVersion, kind, metadata: { name: 'a', finalizers: ['own'] }, ...rest })).toEqual([]);
  });

  it('takes an owner that is named twice, of which the server keeps one', () => {
    const owner = { apiVersion: 'v1', kind: 'Node', name: 'n', uid: 'u', controller: true };
    expect(told(configMap({ name: 'a', ownerReferences: [owner, owner] }))).toEqual([]);
    expect(told(configMap({ name: 'a', ownerReferences: [owner, { ...owner, name: 'm' }] }))).toEqual([
      expect.stringContaining('Only one reference can have Controller set to true'),
    ]);
  });

  it('lets custom resources have finalizers without a domain', () => {
    const object = {
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata: { name: 'a', finalizers: ['own'] },
    };
    expect(told(object)).toEqual([]);
  });
});

describe('a ConfigMap', () => {
  it('has keys that are file names, in data or in binaryData', () => {
    expect(told(configMap({ name: 'a' }, { data: { 'a b': '', c: '' }, binaryData: { c: '' } }))).toEqual([
      expect.stringContaining('data[a b]: Invalid value: "a b": a valid config key must consist of'),
      'data[c]: Invalid value: "c": duplicate of key present in binaryData',
    ]);
  });

  it('has 1 MiB of values at most, of which the server names no field', () => {
    const half = 'x'.repeat(512 * 1024);
    expect(told(configMap({ name: 'a' }, { data: { a: half, b: half } }))).toEqual([]);
    expect(told(configMap({ name: 'a' }, { data: { a: half, b: `${half}x` } }))).toEqual([
      ': Too long: may not be more than 1048576 bytes',
    ]);
  });
});
