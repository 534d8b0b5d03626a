import type { k8s } from 'cdk8s-plus-28';
import { type Identity, NAME_LABEL } from '../identity';
import { type Wire } from '../manifest/wire';
import { PodBuilder } from '../pod/pod-builder';
import { podManifest, type PodSetting } from '../pod/pod-manifest';
import { type PodOptions } from '../pod/pod-options';
import { type PortOptions } from '../pod/ports';
import { type Volume } from '../pod/volume';
import { PropertyError } from '../property-error';
import { createServiceAccount, type ServiceAccountOptions } from '../rbac/service-account';
import { withInheritedDefaults } from '../workload-defaults';

/** The options of a pod that is part of a workload. */
export interface PodTemplateOptions<P extends string> extends PodOptions<P> {
  /** The ServiceAccount of the pods: the name of one that exists, or options to make one. */
  readonly serviceAccount?: string | ServiceAccountOptions;
}

/** What a pattern says of the pods that it makes. */
export interface PodTemplateSetting extends Pick<PodSetting, 'restartPolicy' | 'activeDeadlineSeconds'> {
  /** Labels that tell these pods from all others; they win over all other labels. */
  readonly selectorLabels?: Readonly<Record<string, string>> | undefined;
  /** `false` where nothing has to select the pods: then `defaults: 'none'` adds no label. @defaultValue true */
  readonly selected?: boolean;
  /** Name of the workload, where it is not the pattern's. */
  readonly name?: string;
}

/** The pods of a workload. */
export interface PodTemplate<P extends string> {
  readonly manifest: Wire<k8s.PodTemplateSpec> & { readonly spec: Wire<k8s.PodSpec> };
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The mounted volumes of which each pod of a StatefulSet gets its own. */
  readonly claimTemplates: readonly Volume[];
}

/** Builds the pods of a workload, and their ServiceAccount if one is asked for. */
export function buildPodTemplate<P extends string>(
  identity: Identity,
  written: PodTemplateOptions<P>,
  setting: PodTemplateSetting = {},
): PodTemplate<P> {
  const { construct } = identity;
  const options = withInheritedDefaults<PodTemplateOptions<string>>(construct, written);
  const name = setting.name ?? identity.name;
  const unselected = setting.selected === false && identity.defaults === 'none';
  const selectorLabels = setting.selectorLabels ?? (unselected ? identity.labels : { [NAME_LABEL]: name });
  if (setting.selected !== false && Object.keys(selectorLabels).length === 0) {
    throw new PropertyError(
      construct,
      'selector',
      'is empty, which selects every pod of the namespace',
      'name a label, or leave the property out',
    );
  }
  for (const [key, value] of Object.entries({ ...identity.labels, ...options.podLabels })) {
    const selected = selectorLabels[key];
    if (key !== NAME_LABEL && selected !== undefined && selected !== value) {
      throw new PropertyError(
        construct,
        'podLabels' in options ? 'podLabels' : 'labels',
        `set '${key}' to '${value}', but the selector asks for '${selected}'`,
        'leave the label out, or change `selector`',
      );
    }
  }
  const podLabels = { ...identity.labels, ...options.podLabels, ...selectorLabels };
  const pod = new PodBuilder(identity, options.os ?? 'linux');
  const spec = podManifest(pod, options, {
    name,
    selectorLabels,
    serviceAccountName: createServiceAccount(identity, options.serviceAccount),
    restartPolicy: setting.restartPolicy,
    activeDeadlineSeconds: setting.activeDeadlineSeconds,
  });
  return {
    manifest: { metadata: templateMetadata(podLabels, options.podAnnotations), spec },
    selectorLabels,
    podLabels,
    ports: pod.ports as ReadonlyMap<P, PortOptions>,
    claimTemplates: pod.volumes.filter(({ claimTemplate }) => claimTemplate !== undefined),
  };
}

/** The `metadata` of a template; none where it would be empty. */
export function templateMetadata(
  labels: Readonly<Record<string, string>>,
  annotations?: Readonly<Record<string, string>>,
): { labels?: Readonly<Record<string, string>>; annotations?: Readonly<Record<string, string>> } | undefined {
  const marked = Object.keys(labels).length > 0;
  if (!marked && annotations === undefined) return undefined;
  return { ...(marked && { labels }), ...(annotations && { annotations }) };
}

/** Refuses claim templates in a workload that is no StatefulSet. */
export function refuseClaimTemplates(identity: Identity, template: PodTemplate<string>): void {
  const [first] = template.claimTemplates;
  if (first !== undefined) {
    throw new PropertyError(
      identity.construct,
      'mounts',
      `take the claim template '${first.name}', which only a StatefulService has`,
      'use Volume.ephemeral, or a VolumeClaim',
    );
  }
}
