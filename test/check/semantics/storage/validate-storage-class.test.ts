import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const told = (fields: JsonObject): readonly string[] =>
  refusals('storage.k8s.io/v1 StorageClass', { provisioner: 'ebs.csi.aws.com', ...fields });
const term = (...values: string[]): JsonObject => ({ matchLabelExpressions: [{ key: 'zone', values }] });

it('takes what the server takes', () => {
  expect(told({})).toEqual([]);
  expect(
    told({
      provisioner: 'Kubernetes.io/no-provisioner',
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      parameters: { type: 'gp3' },
      allowedTopologies: [term('a', 'b'), term('a')],
    }),
  ).toEqual([]);
});

it.each<[JsonObject, string]>([
  [{ provisioner: '' }, 'provisioner: Required value'],
  [{ provisioner: 'a b' }, 'provisioner: Invalid value: "a b": name part must consist of'],
  [
    { reclaimPolicy: 'Recycle' },
    'reclaimPolicy: Unsupported value: "Recycle": supported values: "Delete", "Retain"',
  ],
  [{ volumeBindingMode: 'Late' }, 'volumeBindingMode: Unsupported value: "Late"'],
  [{ parameters: { '': 'a' } }, 'parameters: Invalid value: "": field can not be empty.'],
  [{ parameters: { a: 'x'.repeat(262144) } }, 'parameters: Too long: may not be more than 262144 bytes'],
  [{ allowedTopologies: [term()] }, 'allowedTopologies[0].matchLabelExpressions[0].values: Required value'],
  [
    { allowedTopologies: [term('a', 'a')] },
    'allowedTopologies[0].matchLabelExpressions[0].values[1]: Duplicate value: "a"',
  ],
  [
    { allowedTopologies: [term('a', 'b'), term('b', 'a')] },
    'allowedTopologies[1].matchLabelExpressions: Duplicate value: ""',
  ],
])('refuses %j', (fields, message) => {
  expect(told(fields)).toEqual([expect.stringContaining(message)]);
});
