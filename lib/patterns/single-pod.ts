import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { wireCount } from './manifest/count';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions } from './pod/ports';
import { buildPodTemplate, type PodTemplateOptions, refuseClaimTemplates } from './workload/pod-template';
import { type PodGroup } from './workload/pod-group';

/** The options of a {@link SinglePod}. */
export interface SinglePodProps<P extends string> extends PatternOptions, PodTemplateOptions<P> {
  /** Whether ended containers are started again. @defaultValue `Always`, by the API server */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Seconds until the pod is stopped. */
  readonly activeDeadlineSeconds?: number;
  /** What traffic it may have. */
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly pod?: Patch<k8s.KubePodProps>;
    readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
  };
}

/**
 * One Pod without a controller: nothing makes it anew when its node goes away. For a look around and for
 * tests; a {@link Worker} of one replica is what stays.
 *
 * @remarks For a look around, for a test, for a lesson. In production nothing makes such a pod anew when
 * its node goes away: take a {@link Worker} of one replica, or a {@link BatchJob} if it ends.
 *
 * @example
 * ```ts
 * new SinglePod(chart, 'debug', { image: 'busybox:1.36', command: ['sleep', '3600'] });
 * ```
 */
export class SinglePod<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The Pod. */
  readonly pod: ApiObject;
  readonly networkPolicy: ApiObject | undefined;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: SinglePodProps<P>) {
    super(scope, id);
    const identity = identify(this, props);
    const template = buildPodTemplate(identity, props, {
      restartPolicy: props.restartPolicy,
      activeDeadlineSeconds: wireCount(this, 'activeDeadlineSeconds', props.activeDeadlineSeconds, {
        min: 1,
      }),
      selected: false,
    });
    refuseClaimTemplates(identity, template);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = template.selectorLabels;
    this.podLabels = template.podLabels;
    this.ports = template.ports;
    this.pod = createObject(
      this,
      'pod',
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: objectMetadata(identity, {
          labels: template.podLabels,
          annotations: props.podAnnotations,
        }),
        spec: template.manifest.spec,
      },
      { patch: props.patch?.pod },
    );
    this.networkPolicy =
      props.networkPolicy &&
      createNetworkPolicy(identity, this, props.networkPolicy, props.patch?.networkPolicy);
  }
}
