import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { identify, type PatternOptions } from '../../../lib/patterns/identity';
import {
  buildPodTemplate,
  type PodTemplate,
  type PodTemplateOptions,
  type PodTemplateSetting,
  templateMetadata,
} from '../../../lib/patterns/workload/pod-template';

const NAME = { 'app.kubernetes.io/name': 'shop' };
const build = (
  options: Partial<PatternOptions & PodTemplateOptions<string>> = {},
  setting: PodTemplateSetting = {},
): PodTemplate<string> => {
  const identity = identify(new Construct(new Chart(new App(), 'chart'), 'shop'), options);
  return buildPodTemplate(identity, { image: 'a:1', ...options }, setting);
};

describe('buildPodTemplate', () => {
  test('gives the pods the labels of the pattern, their own, and those that select them', () => {
    const template = build({ labels: { a: '1', b: '1' }, podLabels: { b: '2' }, podAnnotations: { c: '3' } });
    expect(template.selectorLabels).toEqual(NAME);
    expect(template.podLabels).toEqual({ ...NAME, a: '1', b: '2' });
    expect(template.manifest.metadata).toEqual({ labels: template.podLabels, annotations: { c: '3' } });
  });

  test('selects by the name of the workload, whatever its labels say', () => {
    const template = build({ labels: { 'app.kubernetes.io/name': 'other' } });
    expect(template.podLabels).toEqual(NAME);
  });

  test("adds no label to pods that nothing has to select with defaults 'none'", () => {
    expect(build({ defaults: 'none' }, { selected: false }).manifest).not.toHaveProperty('metadata.labels');
    expect(build({ defaults: 'none' }).podLabels).toEqual(NAME);
  });

  test('refuses labels that contradict the selector, and a selector of nothing', () => {
    const setting = { selectorLabels: { track: 'blue' } };
    expect(() => build({ podLabels: { track: 'green' } }, setting)).toThrow(
      "podLabels set 'track' to 'green', but the selector asks for 'blue'; leave the label out",
    );
    expect(() => build({ labels: { track: 'green' } }, setting)).toThrow("labels set 'track' to 'green'");
    expect(() => build({ labels: { track: 'green' }, podLabels: { track: 'blue' } }, setting)).not.toThrow();
    expect(() => build({}, { selectorLabels: {} })).toThrow('selector is empty');
  });

  test('tells the ports of all containers that stay', () => {
    const { ports } = build({
      ports: { http: 80 },
      containers: { beside: { image: 'b:1', ports: { metrics: 9090 } } },
      initContainers: {
        before: { image: 'c:1', ports: { early: 1 } },
        proxy: { image: 'd:1', sidecar: true, ports: { admin: 2 } },
      },
    });
    expect([...ports.keys()]).toEqual(['http', 'metrics', 'admin']);
  });
});

describe('templateMetadata', () => {
  test('is not there where it would be empty', () => {
    expect(templateMetadata({})).toBeUndefined();
    expect(templateMetadata({}, { a: 'b' })).toEqual({ annotations: { a: 'b' } });
    expect(templateMetadata({ a: 'b' })).toEqual({ labels: { a: 'b' } });
  });
});
