import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const told = (fields: JsonObject): readonly string[] => refusals('v1 Secret', fields);
const docker = (text: string): JsonObject => ({
  type: 'kubernetes.io/dockerconfigjson',
  stringData: { '.dockerconfigjson': text },
});

it('takes any keys of any type of its own', () => {
  expect(told({ data: { 'a.b': 'eA==' }, type: 'example.com/own' })).toEqual([]);
  expect(told({})).toEqual([]);
});

it('takes the types of Kubernetes with their keys, in data or in stringData', () => {
  expect(told({ type: 'kubernetes.io/tls', data: { 'tls.crt': '' }, stringData: { 'tls.key': '' } })).toEqual(
    [],
  );
  expect(told({ type: 'kubernetes.io/basic-auth', stringData: { username: '' } })).toEqual([]);
  expect(told({ type: 'kubernetes.io/ssh-auth', data: { 'ssh-privatekey': 'eA==' } })).toEqual([]);
  expect(told(docker('{"auths": {}}'))).toEqual([]);
  expect(told(docker('null'))).toEqual([]);
  expect(
    told({
      type: 'kubernetes.io/service-account-token',
      metadata: { annotations: { 'kubernetes.io/service-account.name': 'ci' } },
    }),
  ).toEqual([]);
});

it.each<[JsonObject, readonly string[]]>([
  [{ stringData: { 'a b': '' } }, ['data[a b]: Invalid value: "a b": a valid config key']],
  [{ type: 'kubernetes.io/tls' }, ['data[tls.crt]: Required value', 'data[tls.key]: Required value']],
  [
    { type: 'kubernetes.io/basic-auth' },
    ['data[username]: Required value', 'data[password]: Required value'],
  ],
  [
    { type: 'kubernetes.io/ssh-auth', data: { 'ssh-privatekey': '' } },
    ['data[ssh-privatekey]: Required value'],
  ],
  [{ type: 'kubernetes.io/dockercfg' }, ['data[.dockercfg]: Required value']],
  [
    { type: 'kubernetes.io/service-account-token' },
    ['metadata.annotations[kubernetes.io/service-account.name]: Required value'],
  ],
  [docker(''), ['data[.dockerconfigjson]: Invalid value: "<secret contents redacted>": unexpected end']],
  [docker('[]'), ['"<secret contents redacted>": json: cannot unmarshal array']],
  [docker('{"a"'), ['"<secret contents redacted>": it is no JSON']],
])('refuses %j', (fields, messages) => {
  expect(told(fields)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});

it('has 1 MiB at most, decoded', () => {
  const data = (size: number): JsonObject => ({ data: { a: Buffer.alloc(size).toString('base64') } });
  expect(told(data(1024 * 1024))).toEqual([]);
  expect(told(data(1024 * 1024 + 1))).toEqual(['data: Too long: may not be more than 1048576 bytes']);
});
