import { App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import '../../lib/jest';
import { WebService } from '../../lib/patterns/web-service';
import { Worker } from '../../lib/patterns/worker';

function shop(): Chart {
  const chart = new Chart(new App(), 'shop');
  new WebService(chart, 'web', {
    image: 'web:1',
    replicas: 3,
    ports: { http: 8080 },
    containers: { log: { image: 'log:1' } },
  });
  new Worker(chart, 'mailer', { image: 'mailer:2', replicas: 1 });
  return chart;
}

const failure = (assert: () => unknown): string => {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it did not fail');
};

describe('toContainResource', () => {
  test('finds an object by its kind and a part of its fields', () => {
    expect(shop()).toContainResource('Service');
    expect(shop()).toContainResource('Deployment', { metadata: { name: 'web' }, spec: { replicas: 3 } });
  });

  test('finds items in lists, wherever they stand', () => {
    expect(shop()).toContainResource('Deployment', {
      spec: {
        template: {
          spec: { containers: [{ name: 'log' }, { image: expect.stringMatching(/^web:/) as string }] },
        },
      },
    });
  });

  test('takes an app, any construct, and manifests', () => {
    const chart = shop();
    expect(chart.node.root).toContainResource('Service');
    expect(chart.node.findChild('mailer')).not.toContainResource('Service');
    expect(Testing.synth(chart)).toContainResource('Service');
  });

  test('shows the nearest objects, and where they differ', () => {
    const partial = { metadata: { name: 'web' }, spec: { replicas: 2, paused: true } };
    expect(failure(() => expect(shop()).toContainResource('Deployment', partial))).toMatchSnapshot();
  });

  test('shows the kinds that there are', () => {
    expect(failure(() => expect(shop()).toContainResource('Deploymnet'))).toMatchSnapshot();
  });

  test('says what there is that should not be', () => {
    expect(failure(() => expect(shop()).not.toContainResource('Service'))).toMatch(
      'not to contain a Service, but it has Service web',
    );
  });

  test.each([
    [undefined],
    [42],
    [[{ kind: 'Pod' }]],
    [new Construct(undefined as unknown as Construct, 'x')],
  ])('refuses what renders to nothing: %p', (received) => {
    expect(failure(() => expect(received).toContainResource('Pod'))).toMatch(/expected an App|is in no App/);
  });
});

describe('snapshots', () => {
  test('of a chart read as its file', () => expect(shop()).toMatchSnapshot());
  test('by the matcher read the same', () => expect(shop()).toMatchManifestSnapshot());
  test('can be of a part', () => expect(shop().node.findChild('mailer')).toMatchManifestSnapshot('mailer'));
});
