import { isJsonObject, listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { podTemplate } from '../../model/pod-template';
import { type ResourceList, resourceList } from './resource-list';

/** A PersistentVolumeClaim that a manifest is, or that is made of it. */
export interface Claim {
  /** JSON pointer of what holds its `spec`; `''` for a PersistentVolumeClaim itself. */
  readonly pointer: string;
  /** Name of the object, of the claim template or of the volume. */
  readonly name: string;
  /** How many there are: one, one a replica of a StatefulSet, or one a pod. */
  readonly per: 'object' | 'replica' | 'pod';
  readonly requests: ResourceList;
  /** The class that it names; `''` is a name that stands for none, undefined is left to the default class. */
  readonly storageClass: string | undefined;
  readonly volumeAttributesClass: string | undefined;
}

/** The kinds that are claims or make claims, as rules name kinds. */
export const CLAIM_KINDS: readonly string[] = [
  'PersistentVolumeClaim',
  'Pod',
  'ReplicationController',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
];

/** The claims of an object: itself, its claim templates, and the ephemeral volumes of its pods. */
export function claimsOf({ group, kind, name, object }: ObjectEntry): readonly Claim[] {
  if (group === '' && kind === 'PersistentVolumeClaim') return [claim(object, '', name, 'object')];
  const template = podTemplate(object);
  if (template === undefined) return [];
  const templates =
    kind === 'StatefulSet' ? listField(objectField(object, 'spec'), 'volumeClaimTemplates') : [];
  const ofReplicas = templates.flatMap((each, index) => {
    if (!isJsonObject(each)) return [];
    const named = textField(objectField(each, 'metadata'), 'name') ?? String(index);
    return claim(each, `/spec/volumeClaimTemplates/${index}`, named, 'replica');
  });
  const ofPods = listField(template.spec, 'volumes').flatMap((volume, index) => {
    if (!isJsonObject(volume)) return [];
    const made = objectField(objectField(volume, 'ephemeral'), 'volumeClaimTemplate');
    if (made === undefined) return [];
    const pointer = `${template.specPointer}/volumes/${index}/ephemeral/volumeClaimTemplate`;
    return claim(made, pointer, textField(volume, 'name') ?? String(index), 'pod');
  });
  return [...ofReplicas, ...ofPods];
}

function claim(holder: JsonObject, pointer: string, name: string, per: Claim['per']): Claim {
  const spec = objectField(holder, 'spec');
  // The annotation goes before the field: `GetPersistentVolumeClaimClass`, k8s.io/component-helpers/storage/volume.
  const annotated = textMapField(objectField(holder, 'metadata'), 'annotations')[CLASS_ANNOTATION];
  const named = spec?.storageClassName;
  return {
    pointer,
    name,
    per,
    requests: resourceList(objectField(spec, 'resources'), 'requests'),
    storageClass: annotated ?? (typeof named === 'string' ? named : undefined),
    volumeAttributesClass: textField(spec, 'volumeAttributesClassName'),
  };
}

const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';
