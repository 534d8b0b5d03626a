import { isJsonObject, listField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { podTemplate } from '../../../../model/pod-template';
import { type CheckContext } from '../../../rule-context';

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
  /** Absent where that hangs on nodes or work. */
  readonly replicas?: number;
  readonly containers: readonly HygieneContainer[];
  /** Whether they are meant to run on: those of Jobs end. */
  readonly runsOn: boolean;
}

/** The pods of a workload, worked out once a check; undefined for other objects, and where there is no pod spec. */
export function hygienePod(entry: ObjectEntry, { once }: CheckContext): HygienePod | undefined {
  return once(podsByEntry)(entry);
}

function podsByEntry(): (entry: ObjectEntry) => HygienePod | undefined {
  const known = new Map<ObjectEntry, HygienePod | undefined>();
  return (entry) => {
    if (!known.has(entry)) known.set(entry, podOf(entry));
    return known.get(entry);
  };
}

function podOf(entry: ObjectEntry): HygienePod | undefined {
  const template = podTemplate(entry.object);
  if (template?.spec === undefined) return undefined;
  const { spec, specPointer, labels, replicas } = template;
  const containersOf = (field: string): readonly HygieneContainer[] =>
    listField(spec, field).flatMap((container, index) =>
      isJsonObject(container)
        ? {
            name: textField(container, 'name') ?? '',
            pointer: `${specPointer}/${field}/${index}`,
            container,
            isLasting: field === 'containers' || container.restartPolicy === 'Always',
          }
        : [],
    );
  return {
    entry,
    spec,
    specPointer,
    labels,
    ...(replicas !== undefined && { replicas }),
    containers: [...containersOf('initContainers'), ...containersOf('containers')],
    runsOn: entry.group !== 'batch' && spec.restartPolicy !== 'Never' && spec.restartPolicy !== 'OnFailure',
  };
}
