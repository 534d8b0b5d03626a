import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { type IntOrPercent } from '../model/int-or-string';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { isZero, wireCount, wirePart } from './manifest/count';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { type Wire } from './manifest/wire';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions } from './pod/ports';
import { PropertyError } from './property-error';
import { type PodGroup } from './workload/pod-group';
import { changeCauseAnnotation } from './workload/rollout-options';
import { buildPodTemplate, type PodTemplateOptions, refuseClaimTemplates } from './workload/pod-template';

/** Replaces the pods of a DaemonSet node by node. */
export type NodeAgentUpdate =
  | {
      /** On how many nodes the pod may be missing. @defaultValue 1, by the API server */
      readonly maxUnavailable?: IntOrPercent;
      readonly maxSurge?: 0;
    }
  | {
      /** On how many nodes the new pod may run beside the old one. */
      readonly maxSurge: IntOrPercent;
      /** A surge leaves no pod missing. */
      readonly maxUnavailable: 0;
    };

/** The options of a {@link NodeAgent}. */
export interface NodeAgentProps<P extends string> extends PatternOptions, PodTemplateOptions<P> {
  /** Labels that select the pods; they get them too. @defaultValue `app.kubernetes.io/name: <name>` */
  readonly selector?: Readonly<Record<string, string>>;
  /** `OnDelete` waits until somebody deletes an old pod. @defaultValue a rolling update, by the API server */
  readonly update?: 'OnDelete' | NodeAgentUpdate;
  /** Seconds that a new pod has to be ready before it counts as available. @defaultValue 0 */
  readonly minReadySeconds?: number;
  /** Old revisions that are kept to roll back to. @defaultValue 10, by the API server */
  readonly revisionHistoryLimit?: number;
  /** Why this version, as `kubectl rollout history` shows it. */
  readonly changeCause?: string;
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly daemonSet?: Patch<k8s.KubeDaemonSetProps>;
    readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
  };
}

/**
 * One pod on every node, or on those that `nodeSelector` and `tolerations` say: a DaemonSet.
 *
 * @remarks For what belongs to the node rather than to an application: shippers of logs, exporters of
 * metrics, drivers of storage and network. Agents often need `hostPath` volumes, which Pod Security
 * `baseline` refuses: place them in a {@link Tenant} whose `podSecurity` says so.
 *
 * @example
 * ```ts
 * new NodeAgent(chart, 'log-shipper', {
 *   image: 'ghcr.io/acme/log-shipper:1.9.0',
 *   nodeSelector: { 'kubernetes.io/os': 'linux' },
 *   tolerations: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }],
 *   mounts: { '/var/log': { volume: Volume.hostPath('logs', '/var/log', 'Directory'), readOnly: true } },
 * });
 * ```
 */
export class NodeAgent<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The DaemonSet. */
  readonly daemonSet: ApiObject;
  /** The NetworkPolicy, if asked for. */
  readonly networkPolicy: ApiObject | undefined;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: NodeAgentProps<P>) {
    super(scope, id);
    const { update, patch = {} } = props;
    const identity = identify(this, props);
    const template = buildPodTemplate(identity, props, { selectorLabels: props.selector });
    refuseClaimTemplates(identity, template);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = template.selectorLabels;
    this.podLabels = template.podLabels;
    this.ports = template.ports;
    this.daemonSet = createObject(
      this,
      'daemon-set',
      {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: objectMetadata(identity, { annotations: changeCauseAnnotation(props.changeCause) }),
        spec: {
          selector: { matchLabels: template.selectorLabels },
          updateStrategy: updateStrategy(this, update),
          minReadySeconds: wireCount(this, 'minReadySeconds', props.minReadySeconds),
          revisionHistoryLimit: wireCount(this, 'revisionHistoryLimit', props.revisionHistoryLimit),
          template: template.manifest,
        },
      },
      { patch: patch.daemonSet },
    );
    this.networkPolicy =
      props.networkPolicy && createNetworkPolicy(identity, this, props.networkPolicy, patch.networkPolicy);
  }
}

/** @see k8s.io/kubernetes/pkg/apis/apps/validation, ValidateRollingUpdateDaemonSet */
function updateStrategy(
  construct: Construct,
  update: 'OnDelete' | NodeAgentUpdate | undefined,
): Wire<k8s.DaemonSetUpdateStrategy> | undefined {
  if (update === undefined) return undefined;
  if (typeof update === 'string') return { type: update };
  const maxSurge = wirePart<IntOrPercent | undefined>(construct, 'update.maxSurge', update.maxSurge);
  const maxUnavailable = wirePart(construct, 'update.maxUnavailable', update.maxUnavailable);
  if (isZero(maxUnavailable) && isZero(maxSurge ?? 0)) {
    throw new PropertyError(
      construct,
      'update',
      'has a maxUnavailable and a maxSurge of 0, so that no pod could be replaced',
      'raise one of them',
    );
  }
  return { type: 'RollingUpdate', rollingUpdate: update };
}
