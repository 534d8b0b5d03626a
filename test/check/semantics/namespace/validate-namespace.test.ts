import { refusals } from '../refusals';

const told = (...finalizers: string[]): readonly string[] =>
  refusals('v1 Namespace', { spec: { finalizers } });

it('takes finalizers with a domain, and those of Kubernetes', () => {
  expect(told('kubernetes', 'example.com/cleanup')).toEqual([]);
  expect(refusals('v1 Namespace', {})).toEqual([]);
});

it('refuses one without a domain, naming the list', () => {
  expect(told('cleanup')).toEqual([
    'spec.finalizers: Invalid value: "cleanup": name is neither a standard finalizer name nor is it fully qualified',
  ]);
});
