import { isJsonObject, listField, textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';

/** A volume of a pod. */
export interface PodVolume {
  readonly name: string;
  /** JSON pointer below the pod: `/spec/volumes/0`. */
  readonly pointer: string;
  /** What it is made of; one in a pod that is taken. An empty object counts, null does not. */
  readonly sources: readonly string[];
}

/** The volumes of a pod. */
export function podVolumes(spec: JsonObject): readonly PodVolume[] {
  return listField(spec, 'volumes').flatMap((volume, index) =>
    isJsonObject(volume)
      ? {
          name: textField(volume, 'name') ?? '',
          pointer: `/spec/volumes/${index}`,
          sources: Object.keys(volume).filter((field) => isJsonObject(volume[field])),
        }
      : [],
  );
}
