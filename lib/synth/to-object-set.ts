import { type ObjectInput } from '../model/object-entry';
import { ObjectSet, type ObjectSetOptions } from '../model/object-set';
import { sourceOf } from '../source/source-of';
import { type CollectedApp } from './collected-app';

/**
 * All objects of one app, or of several that are applied together, as one set: each with its chart, the path of the
 * construct that made it and, where sources are recorded, the line of code.
 *
 * Freezes the objects: render them from the same data, or collect anew.
 *
 * @param root Absolute folder that the files of places are relative to; the working directory when left out.
 */
export function toObjectSet(
  apps: readonly CollectedApp[],
  root?: string,
  options?: ObjectSetOptions,
): ObjectSet {
  const inputs = apps.flatMap(({ charts }) =>
    charts.flatMap((chart) =>
      chart.objects.map(({ object, path, construct }): ObjectInput => {
        return { object, chart: chart.path, path, locate: () => sourceOf(construct, root) };
      }),
    ),
  );
  return new ObjectSet(inputs, options);
}
