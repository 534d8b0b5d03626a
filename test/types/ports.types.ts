// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { type Chart } from 'cdk8s';
import { BlueGreen, Canary, SharedIngress, SharedService, WebService, Worker } from 'kubewright';

const image = 'a:1';
const ports = { http: 80, metrics: 9090 } as const;

export function services(chart: Chart): void {
  const web = new WebService(chart, 'web', { image, ports, ingress: { hosts: { a: 'http' } } });
  web.port('metrics');
  // @ts-expect-error: no such port
  web.port('grpc');
  new SharedIngress(chart, 'by-port', { hosts: { 'a.example.com': { '/': web.port('http') } } });
  // @ts-expect-error: a name alone is the port of no Service
  new SharedIngress(chart, 'by-name', { hosts: { 'a.example.com': 'http' } });
  // @ts-expect-error: a path begins with a slash
  new SharedIngress(chart, 'by-path', { hosts: { 'a.example.com': { v1: web.port('http') } } });
  new SharedService(chart, 'all', { pods: [web], ports: { http: 80 } });
  // @ts-expect-error: the pods have no such port
  new SharedService(chart, 'some', { pods: [web], ports: { grpc: 80 } });
  // @ts-expect-error: without ports there is none
  new WebService(chart, 'none', { image }).port('http');
}

export function references(chart: Chart): void {
  // @ts-expect-error: a backend is a port
  new WebService(chart, 'a', { image, ports, ingress: { hosts: { a: 'grpc' } } });
  // @ts-expect-error: so is the default one
  new WebService(chart, 'b', { image, ports, ingress: { hosts: {}, defaultBackend: 'grpc' } });
  // @ts-expect-error: a probe asks a port
  new Worker(chart, 'c', { image, ports, readinessProbe: { httpGet: { port: 'grpc' } } });
  // @ts-expect-error: by TCP too
  new Worker(chart, 'd', { image, ports, livenessProbe: { tcpSocket: 'grpc' } });
  // @ts-expect-error: by gRPC too
  new Worker(chart, 'e', { image, ports, startupProbe: { grpc: { port: 'grpc' } } });
  // @ts-expect-error: a hook calls a port
  new Worker(chart, 'f', { image, ports, lifecycle: { preStop: { httpGet: { port: 'grpc' } } } });
  // @ts-expect-error: a policy opens a port
  new Worker(chart, 'g', { image, ports, networkPolicy: { allowFrom: [{ peers: [], ports: ['grpc'] }] } });
}

export function tracks(chart: Chart): void {
  const track = { image };
  const blueGreen = { live: 'blue', blue: track, green: track, ports } as const;
  new BlueGreen(chart, 'a', { ...blueGreen, ingress: { hosts: { a: 'http' } } }).previewPort('metrics');
  // @ts-expect-error: no such port
  new BlueGreen(chart, 'b', { ...blueGreen, ingress: { hosts: { a: 'grpc' } } });
  // @ts-expect-error: no such track
  new BlueGreen(chart, 'c', { ...blueGreen, live: 'red' });
  const canary = { stable: track, canary: track, ports } as const;
  const gateway = { by: 'gateway', gateways: [{ name: 'public' }], weight: 10 } as const;
  new Canary(chart, 'd', { ...canary, traffic: { ...gateway, port: 'http' } });
  // @ts-expect-error: no such port
  new Canary(chart, 'e', { ...canary, traffic: { ...gateway, port: 'grpc' } });
  // @ts-expect-error: a share is of replicas
  new Canary(chart, 'f', { ...canary, traffic: { ...gateway, port: 'http', share: '10%' } });
}
