import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { identify, objectMetadata } from '../../lib/patterns/identity';
import { setWorkloadDefaults } from '../../lib/patterns/workload-defaults';

const construct = (namespace?: string): Construct =>
  new Construct(new Chart(new App(), 'chart', namespace === undefined ? {} : { namespace }), 'shop');

describe('identify', () => {
  test('takes the name of the construct and the namespace of its chart', () => {
    expect(identify(construct('web'), {})).toMatchObject({
      name: 'shop',
      namespace: 'web',
      labels: { 'app.kubernetes.io/name': 'shop' },
      defaults: 'secure',
    });
    expect(identify(construct(), {}).namespace).toBeUndefined();
  });

  test('takes what is written before both, and no label where none is wanted', () => {
    const options = { name: 'a', namespace: 'b', labels: { c: 'd' } };
    expect(identify(construct('web'), options)).toMatchObject({ name: 'a', namespace: 'b' });
    expect(identify(construct(), { ...options, defaults: 'none' }).labels).toEqual({ c: 'd' });
  });

  test('follows the defaults that are set around it, the nearest first', () => {
    const app = new App();
    const scope = new Chart(app, 'chart');
    const inner = new Construct(scope, 'shop');
    setWorkloadDefaults(app, { defaults: 'none' });
    expect(identify(inner, {}).defaults).toBe('none');
    setWorkloadDefaults(scope, { defaults: 'secure' });
    expect(identify(inner, {}).defaults).toBe('secure');
    expect(identify(inner, { defaults: 'none' }).defaults).toBe('none');
  });
});

describe('objectMetadata', () => {
  test('merges the marks of one object over those of the pattern', () => {
    const identity = identify(construct('web'), {
      labels: { a: '1', b: '1' },
      annotations: { c: '1', d: '1' },
    });
    expect(objectMetadata(identity, { name: 'other', labels: { b: '2' }, annotations: { d: '2' } })).toEqual({
      name: 'other',
      namespace: 'web',
      labels: { 'app.kubernetes.io/name': 'shop', a: '1', b: '2' },
      annotations: { c: '1', d: '2' },
    });
  });
});
