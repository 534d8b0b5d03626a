import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';

/** An HTTP request; a status of 200 to 399 is a success. */
export interface HttpGet<P extends string> {
  /** The path that is asked. @defaultValue `/`, by the API server */
  readonly path?: string;
  /** A port of the container, by name or number. */
  readonly port: NoInfer<P> | number;
  /** How it is asked. @defaultValue `HTTP`, by the API server */
  readonly scheme?: 'HTTP' | 'HTTPS';
  /** The host that is asked. @defaultValue the pod's IP */
  readonly host?: string;
  /** Request headers by name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call of the standard gRPC health service. */
export interface Grpc<P extends string> {
  /** A port of the container. A name is resolved: the API takes only numbers. */
  readonly port: NoInfer<P> | number;
  /** The service asked for. */
  readonly service?: string;
}

interface HttpHandler<P extends string> {
  readonly httpGet: HttpGet<P>;
  readonly exec?: never;
  readonly tcpSocket?: never;
  readonly grpc?: never;
}

interface ExecHandler {
  /** A command; exit code 0 is a success. */
  readonly exec: readonly string[];
  readonly httpGet?: never;
  readonly tcpSocket?: never;
  readonly grpc?: never;
}

interface TcpHandler<P extends string> {
  /** A port of the container, by name or number; a connection is a success. */
  readonly tcpSocket: NoInfer<P> | number;
  readonly httpGet?: never;
  readonly exec?: never;
  readonly grpc?: never;
}

interface GrpcHandler<P extends string> {
  readonly grpc: Grpc<P>;
  readonly httpGet?: never;
  readonly exec?: never;
  readonly tcpSocket?: never;
}

/** Exactly one way to ask. */
export type ProbeHandler<P extends string> = HttpHandler<P> | ExecHandler | TcpHandler<P> | GrpcHandler<P>;

/** When a probe asks. All defaults are the API server's. */
export interface ProbeTiming {
  /** Seconds between the start of the container and the first question. @defaultValue 0 */
  readonly initialDelaySeconds?: number;
  /** Seconds from one question to the next. @defaultValue 10 */
  readonly periodSeconds?: number;
  /** Seconds until a question without an answer has failed. @defaultValue 1 */
  readonly timeoutSeconds?: number;
  /** Failures in a row until the probe has failed. @defaultValue 3 */
  readonly failureThreshold?: number;
}

interface ReadinessTiming extends ProbeTiming {
  /** Successes in a row until the pod is ready again. @defaultValue 1 */
  readonly successThreshold?: number;
}

interface RestartTiming extends ProbeTiming {
  /** Replaces the pod's own when this probe stops the container. */
  readonly terminationGracePeriodSeconds?: number;
}

/** Decides whether the pod gets traffic. */
export type ReadinessProbe<P extends string> = ProbeHandler<P> & ReadinessTiming;

/** Decides whether the container is restarted. Its successThreshold is 1, so there is none to set. */
export type RestartProbe<P extends string> = ProbeHandler<P> & RestartTiming;

/** Any probe. */
export type Probe<P extends string> = ReadinessProbe<P> | RestartProbe<P>;

/**
 * The manifest of a probe. `portNumber` resolves the name of a port and throws if the container has none
 * of that name.
 */
export function probeManifest(probe: Probe<string>, portNumber: (name: string) => number): Wire<k8s.Probe> {
  const { httpGet, exec, tcpSocket, grpc, ...timing } = probe;
  const resolve = (port: string | number): number => (typeof port === 'number' ? port : portNumber(port));
  if (httpGet) resolve(httpGet.port);
  if (tcpSocket !== undefined) resolve(tcpSocket);
  return {
    ...timing,
    httpGet: httpGet && httpGetManifest(httpGet),
    exec: exec && { command: exec },
    tcpSocket: tcpSocket === undefined ? undefined : { port: tcpSocket },
    grpc: grpc && { ...grpc, port: resolve(grpc.port) },
  };
}

/** The manifest of an HTTP request. */
export function httpGetManifest({ headers, ...rest }: HttpGet<string>): Wire<k8s.HttpGetAction> {
  return {
    ...rest,
    httpHeaders: headers && Object.entries(headers).map(([name, value]) => ({ name, value })),
  };
}
