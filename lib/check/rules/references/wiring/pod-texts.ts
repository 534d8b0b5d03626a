import { isJsonObject, listField, objectField, textField, textMapField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type CheckContext } from '../../../rule-context';
import { podReferencesOf } from '../pods/pod-references';

/** A text that a pod is given, and where it stands. */
export interface PodText {
  readonly entry: ObjectEntry;
  readonly path: string;
  readonly text: string;
  /** The variable or flag whose value it is. */
  readonly name?: string;
  /** The port that a variable beside it says: `DB_PORT` beside `DB_HOST`. */
  readonly port?: number;
}

/**
 * The texts by which a pod may be told whom to ask: commands and arguments, variables, and what is in ConfigMaps and Secrets of the
 * set. Of those that are taken as a whole only such as no other workload takes: of what many share each uses a part.
 */
export function podTexts({ entry, template }: PodSource, context: CheckContext): readonly PodText[] {
  const { spec, specPointer } = template;
  const direct = ['initContainers', 'containers'].flatMap((field) =>
    listField(spec, field).flatMap((container, index) =>
      isJsonObject(container)
        ? ofContainer(container, jsonPointer(specPointer, field, index), entry, context)
        : [],
    ),
  );
  return [...direct, ...ofOwnFiles(entry, context)];
}

function ofContainer(
  container: JsonObject,
  pointer: string,
  entry: ObjectEntry,
  context: CheckContext,
): readonly PodText[] {
  const words = ['command', 'args'].flatMap((field) => {
    const list = listField(container, field);
    return list.flatMap((text, index): readonly PodText[] => {
      if (typeof text !== 'string') return [];
      const path = jsonPointer(pointer, field, index);
      const flag = /^--?([\w.-]+)=(.*)$/s.exec(text);
      if (flag) return [{ entry, path, text: flag[2] ?? '', name: flag[1] ?? '' }];
      const before = list[index - 1];
      const name = typeof before === 'string' ? /^--?([\w.-]+)$/.exec(before)?.[1] : undefined;
      return [{ entry, path, text, ...(name !== undefined && { name }) }];
    });
  });
  return [...words, ...withPorts(variables(container, pointer, entry, context))];
}

interface Variable extends PodText {
  readonly name: string;
}

function variables(
  container: JsonObject,
  pointer: string,
  entry: ObjectEntry,
  context: CheckContext,
): readonly Variable[] {
  return listField(container, 'env').flatMap((variable, index): readonly Variable[] => {
    const own = isJsonObject(variable) ? variable : undefined;
    const name = textField(own, 'name');
    if (name === undefined) return [];
    const text = textField(own, 'value');
    if (text !== undefined) return [{ entry, path: jsonPointer(pointer, 'env', index, 'value'), text, name }];
    const from = objectField(own, 'valueFrom');
    return SOURCES.flatMap(({ kind, field }) => {
      const reference = objectField(from, field);
      const source = context.set.find('', kind, entry.namespace, textField(reference, 'name') ?? '');
      const key = textField(reference, 'key') ?? '';
      return source === undefined
        ? []
        : contents(source)
            .filter((each) => each.name === key)
            .map((each) => ({ ...each, name }));
    });
  });
}

const SOURCES = [
  { kind: 'ConfigMap', field: 'configMapKeyRef' },
  { kind: 'Secret', field: 'secretKeyRef' },
] as const;

/** What a ConfigMap or Secret holds, by key. */
function contents(entry: ObjectEntry): readonly Variable[] {
  const isSecret = entry.kind === 'Secret';
  return Object.entries({
    ...textMapField(entry.object, 'data'),
    ...(isSecret && textMapField(entry.object, 'stringData')),
  }).map(([key, value]) => {
    const isPlain = !isSecret || textField(objectField(entry.object, 'stringData'), key) !== undefined;
    return {
      entry,
      path: jsonPointer('', isSecret && isPlain ? 'stringData' : 'data', key),
      text: isPlain ? value : Buffer.from(value, 'base64').toString('utf8'),
      name: key,
    };
  });
}

/** ConfigMaps and Secrets that a workload takes as a whole, and no other. */
function ofOwnFiles(entry: ObjectEntry, context: CheckContext): readonly PodText[] {
  const takers = context.once(takersOfFiles);
  const own = new Set(
    podReferencesOf(entry).flatMap(
      ({ kind, name }) => context.set.find('', kind, entry.namespace, name) ?? [],
    ),
  );
  return [...own]
    .filter((file) => takers.get(file) === entry)
    .flatMap((file) => withPorts(contents(file)))
    .map((each) => ({ ...each, text: withoutComments(each.text) }));
}

/** The only workload that takes a ConfigMap or Secret as a whole; null where there are several. */
function takersOfFiles(context: CheckContext): ReadonlyMap<ObjectEntry, ObjectEntry | null> {
  const takers = new Map<ObjectEntry, ObjectEntry | null>();
  for (const { entry } of context.set.pods()) {
    for (const { kind, name, by } of podReferencesOf(entry)) {
      if (by === 'env' || kind === 'PersistentVolumeClaim') continue;
      const file = context.set.find('', kind, entry.namespace, name);
      if (file === undefined) continue;
      const known = takers.get(file);
      takers.set(file, known === undefined || known === entry ? entry : null);
    }
  }
  return takers;
}

/** What a line says after `#` or `//` is said to people. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:#|\/\/|;).*$/gm, '');
}

const OF_HOST = /(host|hostname|addr|address|server|endpoint|url|uri)$/i;

function withPorts(all: readonly Variable[]): readonly PodText[] {
  const byName = new Map(all.map(({ name, text }) => [name.toLowerCase(), text]));
  return all.map((each) => {
    const beside = byName.get(each.name.toLowerCase().replace(OF_HOST, 'port')) ?? '';
    return /^\d{1,5}$/.test(beside) && OF_HOST.test(each.name) ? { ...each, port: Number(beside) } : each;
  });
}
