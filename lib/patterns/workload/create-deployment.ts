import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Identity, objectMetadata } from '../identity';
import { wireCount } from '../manifest/count';
import { createObject } from '../manifest/create-object';
import { type Patch } from '../manifest/patch';
import {
  buildPodTemplate,
  type PodTemplate,
  type PodTemplateOptions,
  refuseClaimTemplates,
} from './pod-template';
import {
  changeCauseAnnotation,
  rolloutNumbers,
  type RolloutOptions,
  strategyManifest,
} from './rollout-options';

/** The options of a Deployment and its pods. */
export interface DeploymentOptions<P extends string> extends PodTemplateOptions<P>, RolloutOptions {
  /**
   * Labels that select the pods; they get them too. Cannot be changed once applied, so write those of a
   * Deployment that exists.
   * @defaultValue `app.kubernetes.io/name: <name>`
   */
  readonly selector?: Readonly<Record<string, string>>;
}

/** What tells one Deployment of a pattern from another. */
export interface DeploymentSource<P extends string> {
  readonly options: DeploymentOptions<P>;
  /** Undefined where an autoscaler decides. */
  readonly replicas: number | undefined;
  readonly patch: Patch<k8s.KubeDeploymentProps> | undefined;
  /** Id of the construct. @defaultValue `deployment` */
  readonly id?: string;
  /** @defaultValue the name of the pattern */
  readonly name?: string;
  /** @defaultValue `selector` of the options */
  readonly selectorLabels?: Readonly<Record<string, string>>;
}

/** Makes a Deployment. */
export function createDeployment<P extends string>(
  identity: Identity,
  source: DeploymentSource<P>,
): { readonly object: ApiObject; readonly template: PodTemplate<P> } {
  const { options, name = identity.name } = source;
  const template = buildPodTemplate(identity, options, {
    name,
    selectorLabels: source.selectorLabels ?? options.selector,
  });
  refuseClaimTemplates(identity, template);
  const object = createObject(
    identity.construct,
    source.id ?? 'deployment',
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: objectMetadata(identity, {
        name,
        annotations: changeCauseAnnotation(options.changeCause),
      }),
      spec: {
        replicas: wireCount(identity.construct, 'replicas', source.replicas),
        selector: { matchLabels: template.selectorLabels },
        strategy: strategyManifest(identity.construct, options.strategy),
        ...rolloutNumbers(identity.construct, options),
        paused: options.paused,
        template: template.manifest,
      },
    },
    { patch: source.patch },
  );
  return { object, template };
}
