import { container } from './pod';

describe('a lifecycle', () => {
  test('runs a command, a request or a pause', () => {
    expect(
      container<'http'>({
        ports: { http: 8080 },
        lifecycle: {
          postStart: { exec: ['touch', '/started'] },
          preStop: { httpGet: { port: 'http', path: '/stop', headers: { 'X-Why': 'drain' } } },
        },
      }).lifecycle,
    ).toEqual({
      postStart: { exec: { command: ['touch', '/started'] } },
      preStop: { httpGet: { port: 'http', path: '/stop', httpHeaders: [{ name: 'X-Why', value: 'drain' }] } },
    });
  });

  test('refuses the port of another container', () => {
    expect(() =>
      container<'http'>({
        containers: { web: { image: 'b:1', ports: { http: 8080 } } },
        lifecycle: { preStop: { httpGet: { port: 'http' } } },
      }),
    ).toThrow(
      "SinglePod 'chart/main': lifecycle.preStop of container 'main' asks port 'http', which that container does not have; name the port in `ports`",
    );
  });
});
