import { isJsonObject, listField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { oncePer } from '../../../../model/once-per';
import { podTemplate } from '../../../../model/pod-template';

/** A container of a pod, as the rules of this group look at it. */
export interface HygieneContainer {
  readonly name: string;
  /** JSON pointer in the object. */
  readonly pointer: string;
  readonly container: JsonObject;
  /** Whether it runs as long as the pod does: an init container that is no sidecar does not. */
  readonly isLasting: boolean;
}

/** The pods of a workload, as the rules of this group look at them. */
export interface HygienePod {
  readonly entry: ObjectEntry;
  readonly spec: JsonObject;
  readonly specPointer: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined where that hangs on nodes or work. */
  readonly replicas: number | undefined;
  readonly containers: readonly HygieneContainer[];
  /** Whether they are meant to run on: those of Jobs end. */
  readonly runsOn: boolean;
}

/** The pods of a workload, worked out once; undefined for other objects, and where there is no pod spec. */
export const hygienePod = oncePer((entry: ObjectEntry): HygienePod | undefined => {
  const template = podTemplate(entry.object);
  if (template?.spec === undefined) return undefined;
  const { spec, specPointer, labels, replicas } = template;
  const containers: HygieneContainer[] = [];
  for (const field of ['initContainers', 'containers']) addContainers(containers, spec, specPointer, field);
  return {
    entry,
    spec,
    specPointer,
    labels,
    replicas,
    containers,
    runsOn: entry.group !== 'batch' && spec.restartPolicy !== 'Never' && spec.restartPolicy !== 'OnFailure',
  };
});

function addContainers(all: HygieneContainer[], spec: JsonObject, specPointer: string, field: string): void {
  const list = listField(spec, field);
  for (let index = 0; index < list.length; index++) {
    const container = list[index];
    if (!isJsonObject(container)) continue;
    all.push({
      name: textField(container, 'name') ?? '',
      pointer: `${specPointer}/${field}/${index}`,
      container,
      isLasting: field === 'containers' || container.restartPolicy === 'Always',
    });
  }
}
