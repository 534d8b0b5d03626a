/** A port of a Service, as an Ingress or an HTTPRoute refers to it. Made by the `port` of a pattern. */
export class ServicePort {
  constructor(
    /** Name of the Service. */
    readonly service: string,
    /** Namespace of the Service; undefined where kubectl's own decides. */
    readonly namespace: string | undefined,
    /** Name of the port. */
    readonly name: string,
    /** Number of the Service's port. */
    readonly number: number,
  ) {}
}
