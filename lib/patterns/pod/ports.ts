/** A port of a container, and what a Service makes of it. */
export interface PortOptions {
  /** The port that the container listens on, 1 to 65535. */
  readonly containerPort: number;
  /**
   * The port of the Service that leads here; `false` keeps it out of the Service.
   * @defaultValue the container port
   */
  readonly servicePort?: number | false;
  /** What is spoken below. @defaultValue `TCP`, by the API server */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** What is spoken on the port, e.g. `http`, `kubernetes.io/h2c`. Set on the Service's port. */
  readonly appProtocol?: string;
  /** The port opened on every node, for Services of type NodePort and LoadBalancer. */
  readonly nodePort?: number;
  /** The port opened on the pod's own node. Pod Security `baseline` refuses it. */
  readonly hostPort?: number;
}

/** A port by its number, or with options. */
export type Port = number | PortOptions;

/** The ports of a container by name. A port is always named, so that everything can refer to it by that. */
export type Ports<P extends string> = { readonly [Name in P]?: Port };

/** The ports as a further Service has them: a node port belongs to one Service. */
export function withoutNodePorts<P extends string>(
  ports: ReadonlyMap<P, PortOptions>,
): ReadonlyMap<P, PortOptions> {
  return new Map([...ports].map(([name, { nodePort: _nodePort, ...port }]) => [name, port]));
}

/** The long form of a port. */
export function portOptions(port: Port): PortOptions {
  return typeof port === 'number' ? { containerPort: port } : port;
}
