import { check } from '../../lib/check/check';
import { policies } from '../../examples/policy-pack/src';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { ObjectSet } from '../../lib/model/object-set';

test('the rules of a policy pack find beside those of the library, and are switched the same way', () => {
  const text = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ port: 80 }] }
`;
  const codes = (severities = {}) =>
    check(new ObjectSet(exampleObjects(text, 'shop.yaml')), { rules: policies, severities }).map(
      ({ code }) => code,
    );
  expect(codes()).toEqual(['ACME-1', 'K301']);
  expect(codes({ 'ACME-1': 'off' })).toEqual(['K301']);
});
