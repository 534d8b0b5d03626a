import { ApiObject } from 'cdk8s';
import { refuseMetadata } from '../../../lib/patterns/manifest/refuse-metadata';
import { synth } from '../synth';

const refuse =
  (kind: string, metadata: object, spec: object = {}, apiVersion = 'v1') =>
  (): unknown =>
    synth((chart) => {
      const construct = new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap' });
      refuseMetadata(construct, { apiVersion, kind, metadata: { name: 'a', ...metadata }, spec });
    });
const template = (labels: object): object => ({ template: { metadata: { labels } } });

describe('names, labels and annotations', () => {
  test.each([
    ['Service', { name: '2048' }],
    ['ConfigMap', { name: 'a.b' }],
    ['Pod', { labels: { 'example.com/a': '', b: 'C_d.e' } }],
    ['Pod', { annotations: { 'Example.com/a': 'any text: {}' } }],
  ])('of a %s may be %j', (kind, metadata) => {
    expect(refuse(kind, metadata)).not.toThrow();
  });

  test.each([
    [
      'Service',
      { name: 'Shop' },
      "name of the Service is 'Shop', which is refused: a lowercase RFC 1123 label",
    ],
    ['Pod', { name: 'a_b' }, "name of the Pod is 'a_b', which is refused: a lowercase RFC 1123 subdomain"],
    ['Namespace', { name: 'a.b' }, "name of the Namespace is 'a.b', which is refused: must not contain dots"],
    ['Pod', { name: '' }, 'name or generateName is required'],
    ['Pod', { labels: { 'a b': '' } }, "key of `labels` is 'a b', which is refused"],
    ['Pod', { labels: { a: 'x y' } }, "labels['a'] is 'x y', which is refused"],
    ['Pod', { labels: { a: 'x'.repeat(64) } }, 'must be no more than 63'],
    ['Pod', { annotations: { 'a b': '' } }, "key of `annotations` is 'a b', which is refused"],
  ])('of a %s may not be %j', (kind, metadata, message) => {
    expect(refuse(kind, metadata)).toThrow(message);
  });

  test('of pods are looked at as well', () => {
    expect(refuse('Deployment', {}, template({ a: 'x y' }), 'apps/v1')).toThrow("labels['a'] is 'x y'");
    expect(refuse('CronJob', {}, { jobTemplate: { spec: template({ 'b c': '' }) } }, 'batch/v1')).toThrow(
      "key of `labels` is 'b c'",
    );
  });

  test('that only fail later are refused with the reason', () => {
    expect(refuse('Job', { name: 'j'.repeat(64) }, {}, 'batch/v1')).toThrow(
      'longer than 63 characters: the pods carry the name in the label batch.kubernetes.io/job-name',
    );
  });
});
