import { ApiObject, App, Chart } from 'cdk8s';
import '../../lib/jest';
import { WebService } from '../../lib/patterns/web-service';
import { allow } from '../../lib/source/allow';

function chart(selector?: Record<string, string>): Chart {
  const made = new Chart(new App(), 'shop', { namespace: 'shop' });
  new WebService(made, 'web', {
    image: 'web:1',
    ports: { http: 8080 },
    resources: { requests: { cpu: '100m', memory: '64Mi' } },
    readinessProbe: { tcpSocket: 'http' },
  });
  if (selector !== undefined) {
    new ApiObject(made, 'cart', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'cart' },
      spec: { selector, ports: [{ port: 80 }] },
    });
  }
  return made;
}

const failure = (assert: () => unknown): string => {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it did not fail');
};

describe('toPassChecks', () => {
  test('holds of a chart that has nothing wrong', () => expect(chart()).toPassChecks());

  test('shows what is wrong at the line of the test that made it', () => {
    const message = failure(() => expect(chart({ app: 'cart' })).toPassChecks());
    expect(message).toContain('error[K301]: Service `shop/cart` selects no pod');
    expect(message).toMatch(/--> test\/jest\/checks\.test\.ts:15:5/);
  });

  test('takes the settings of a project', () => {
    const external = { objects: [{ kind: 'Pod', namespace: 'shop', labels: { app: 'cart' } }] };
    expect(chart({ app: 'cart' })).toPassChecks({ external });
    expect(chart({ app: 'cart' })).toPassChecks({ severities: { K301: 'warning' } });
  });

  test('honours what was allowed', () => {
    const made = chart({ app: 'cart' });
    allow(made.node.findChild('cart'), 'K301', 'an operator makes the pods');
    expect(made).toPassChecks();
  });

  test('takes manifests', () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: { selector: { app: 'a' } },
    };
    expect([service]).not.toPassChecks();
  });
});

describe('toReport', () => {
  test('holds if the checks find it', () => {
    expect(chart({ app: 'cart' })).toReport('K301');
    expect(chart()).not.toReport('K301');
  });

  test('shows what they find instead', () => {
    expect(failure(() => expect(chart()).toReport('K301'))).toContain('found nothing');
    expect(failure(() => expect(chart({ app: 'cart' })).toReport('K305'))).toContain('error[K301]');
    expect(failure(() => expect(chart({ app: 'cart' })).not.toReport('K301'))).toContain('expected no K301');
  });
});
