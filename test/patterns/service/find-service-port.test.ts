import { App } from 'cdk8s';
import { findServicePort } from '../../../lib/patterns/service/find-service-port';
import { ServicePort } from '../../../lib/patterns/service/service-port';

describe('findServicePort', () => {
  const ports = new Map(['http', 'admin'].map((name) => [name, new ServicePort('web', undefined, name, 80)]));

  test('finds a port, or lists those there are', () => {
    expect(findServicePort(new App(), ports, 'http', 'port')).toBe(ports.get('http'));
    expect(() => findServicePort(new App(), ports, 'grpc', 'port')).toThrow(
      "App '': port asks for port 'grpc', which the Service does not have; its ports are 'http', 'admin'",
    );
  });
});
