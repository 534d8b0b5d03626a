import { portOptions, withoutNodePorts } from '../../../lib/patterns/pod/ports';

describe('ports', () => {
  test('are a number, or options', () => {
    expect(portOptions(80)).toEqual({ containerPort: 80 });
    expect(portOptions({ containerPort: 80, nodePort: 30080 })).toEqual({
      containerPort: 80,
      nodePort: 30080,
    });
  });

  test('lose the node port where a further Service takes them', () => {
    const ports = new Map([['http', { containerPort: 80, nodePort: 30080, servicePort: 8080 }]]);
    expect(withoutNodePorts(ports).get('http')).toEqual({ containerPort: 80, servicePort: 8080 });
  });
});
