import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';
import { type HttpGet, httpGetManifest } from './probe';

/** What runs at a turn of a container's life: a command, a request, or a pause. */
export type LifecycleHandler<P extends string> =
  | { readonly exec: readonly string[]; readonly httpGet?: never; readonly sleep?: never }
  | { readonly httpGet: HttpGet<P>; readonly exec?: never; readonly sleep?: never }
  | {
      /** Seconds. Kubernetes 1.30 and later; 1.29 behind a feature gate. */
      readonly sleep: number;
      readonly exec?: never;
      readonly httpGet?: never;
    };

/** What a container runs after its start and before its end. */
export interface Lifecycle<P extends string> {
  readonly postStart?: LifecycleHandler<P>;
  readonly preStop?: LifecycleHandler<P>;
}

// `sleep` is younger than the 1.28 types.
type HandlerManifest = Wire<k8s.LifecycleHandler> & {
  readonly sleep?: { readonly seconds: number } | undefined;
};

function handlerManifest(
  { exec, httpGet, sleep }: LifecycleHandler<string>,
  portNumber: (name: string) => number,
): HandlerManifest {
  if (typeof httpGet?.port === 'string') portNumber(httpGet.port);
  return {
    exec: exec && { command: exec },
    httpGet: httpGet && httpGetManifest(httpGet),
    sleep: sleep === undefined ? undefined : { seconds: sleep },
  };
}

/**
 * The manifest of a container's `lifecycle`. `portNumber` throws if the container has no port of that name.
 */
export function lifecycleManifest(
  { postStart, preStop }: Lifecycle<string>,
  portNumber: (name: string, property: string) => number,
): Wire<k8s.Lifecycle> {
  return {
    postStart: postStart && handlerManifest(postStart, (port) => portNumber(port, 'lifecycle.postStart')),
    preStop: preStop && handlerManifest(preStop, (port) => portNumber(port, 'lifecycle.preStop')),
  };
}
