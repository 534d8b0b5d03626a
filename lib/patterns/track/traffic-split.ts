import { type Percent } from '../../model/int-or-string';
import { type IngressOptions } from '../network/create-ingress';

/** Keeps a client with the pods it met first. */
export interface StickyCookie {
  /** Name of the cookie. */
  readonly cookie: string;
  /** Seconds that it lives. @defaultValue until the browser is closed */
  readonly maxAgeSeconds?: number;
}

/** By the number of pods: one Service over both tracks, each pod with an equal chance. */
export interface ReplicaSplit {
  /** Nothing but the Service divides. */
  readonly by: 'replicas';
  /** Share of the replicas that are canaries, rounded up: `'20%'`. */
  readonly share: Percent;
  /** Keeps a client, by its address, with one pod: for a number of seconds, 10800 by the API server. */
  readonly sticky?: true | { readonly timeoutSeconds: number };
}

/**
 * By the canary annotations of ingress-nginx: a Service and an Ingress a track.
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
 */
export interface NginxSplit<P extends string> {
  /** The ingress controller divides. */
  readonly by: 'ingress-nginx';
  /** The routes; a backend is the name of a port. */
  readonly ingress: IngressOptions<P>;
  /** Percent of the requests that go to the canary, 0 to 100. */
  readonly weight: number;
  /** Requests with this header go to the canary if it is `always`, or has `value`; never if it is `never`. */
  readonly header?: string | { readonly name: string; readonly value: string };
  /** Requests with this cookie go to the canary if it is `always`, never if it is `never`. */
  readonly cookie?: string;
  readonly sticky?: StickyCookie;
}

/** By the weights of a Gateway API HTTPRoute: a Service a track. */
export interface GatewaySplit<P extends string> {
  /** A Gateway divides. */
  readonly by: 'gateway';
  /** The Gateways that the route is attached to. */
  readonly gateways: readonly {
    readonly name: string;
    readonly namespace?: string;
    /** One listener of the Gateway. */
    readonly sectionName?: string;
  }[];
  /** The hosts that are routed. */
  readonly hostnames?: readonly string[];
  /** The port that is routed to. */
  readonly port: P;
  /** Beginning of the paths. @defaultValue `/` */
  readonly path?: `/${string}`;
  /** Percent of the requests that go to the canary, 0 to 100. */
  readonly weight: number;
  /** Session persistence, which is in the experimental channel of the Gateway API. */
  readonly sticky?: StickyCookie;
}

/** How the requests are divided between the tracks. */
export type TrafficSplit<P extends string> = ReplicaSplit | NginxSplit<P> | GatewaySplit<P>;
