import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { oncePer } from '../../../../model/once-per';
import { podTemplate } from '../../../../model/pod-template';
import { type CheckContext } from '../../../rule-context';
import { configKeys } from './config-keys';

/** A mount of one file of a ConfigMap or Secret. */
export interface SubPathMount {
  /** JSON pointer of the `subPath`. */
  readonly path: string;
  readonly subPath: string;
  /** Name of the volume. */
  readonly volume: string;
  readonly files: VolumeFiles;
  /** What they come from. */
  readonly source: ObjectEntry;
}

/** The files of a volume. */
export interface VolumeFiles {
  readonly paths: ReadonlySet<string>;
  /** The folders that they are in; `items` may put files into some. */
  readonly folders: ReadonlySet<string>;
}

/** Of a ConfigMap or Secret as a whole, which many mount. */
const filesOfKeys = oncePer((keys: ReadonlySet<string>) => volumeFiles(keys));

function volumeFiles(paths: ReadonlySet<string>): VolumeFiles {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
      folders.add(path.slice(0, end));
  }
  return { paths, folders };
}

/** The mounts of a workload with a `subPath` of a volume whose files are known. */
export function subPathMounts(entry: ObjectEntry, context: CheckContext): readonly SubPathMount[] {
  const template = podTemplate(entry.object);
  if (template?.spec === undefined) return [];
  const { spec, specPointer } = template;
  const written = listField(spec, 'volumes');
  if (written.length === 0) return [];
  const volumes = new Map(
    written.filter(isJsonObject).map((volume) => [textField(volume, 'name') ?? '', volume]),
  );
  const files = new Map<string, Pick<SubPathMount, 'files' | 'source'> | undefined>();
  return ['initContainers', 'containers'].flatMap((field) =>
    listField(spec, field).flatMap((container, i) =>
      listField(isJsonObject(container) ? container : undefined, 'volumeMounts').flatMap((mount, j) => {
        if (!isJsonObject(mount)) return [];
        const subPath = textField(mount, 'subPath')?.replace(/^\.\/|\/+$/g, '');
        const volume = textField(mount, 'name') ?? '';
        if (subPath === undefined || subPath === '') return [];
        if (!files.has(volume)) files.set(volume, filesOf(volumes.get(volume), entry.namespace, context));
        const known = files.get(volume);
        const path = jsonPointer(specPointer, field, i, 'volumeMounts', j, 'subPath');
        return known === undefined ? [] : [{ path, subPath, volume, ...known }];
      }),
    ),
  );
}

function filesOf(
  volume: JsonObject | undefined,
  namespace: string,
  context: CheckContext,
): Pick<SubPathMount, 'files' | 'source'> | undefined {
  const configMap = objectField(volume, 'configMap');
  const secret = objectField(volume, 'secret');
  const written = configMap ?? secret;
  const name = configMap ? textField(configMap, 'name') : textField(secret, 'secretName');
  if (written === undefined || name === undefined || written.optional === true) return undefined;
  const known = configKeys(context, configMap ? 'ConfigMap' : 'Secret', namespace, name);
  if (known === undefined || known.keys.size === 0) return undefined;
  const items = listField(written, 'items').filter(isJsonObject);
  // Without a key of an item there is no volume at all, which is told of elsewhere.
  if (items.some((item) => !known.keys.has(textField(item, 'key') ?? ''))) return undefined;
  const files =
    items.length === 0
      ? filesOfKeys(known.keys)
      : volumeFiles(new Set(items.flatMap((item) => textField(item, 'path') ?? [])));
  return { files, source: known.entry };
}
