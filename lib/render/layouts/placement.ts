import { type Entry } from '../entry';
import { DEFINES } from '../order/needs';
import { servedWebhooks } from '../order/served-webhooks';

/** Where a layout by charts puts an object: with its chart, or before or after all charts. */
export type Placement = 'chart' | 'shared' | 'webhooks';

/**
 * Finds the objects that cannot stay with their chart. Files are applied in the order of their names, and a
 * name must not change because a dependency was added, so the order of charts cannot carry meaning. Hence:
 *
 * - `shared`: what another chart's objects need before them (see needs): in practice namespaces with their
 *   limits and quotas, and accounts and roles that several charts stand on. What a shared object needs
 *   itself, its namespace, the other chart's object needs too, so it is shared with it. Also a CustomResourceDefinition whose custom resources are in the set: kubectl resolves
 *   all kinds before it applies the first object, so a definition has to be applied by an earlier run, which
 *   takes a file of its own.
 * - `webhooks`: admission webhooks that are served from within the set while there is more than one chart:
 *   they would refuse the rest until their pods run.
 *
 * All else stays whole in its chart, and an app of one chart without custom resources is one file. It is
 * need between charts that decides and not how their names happen to sort, so that renaming a chart moves
 * nothing else.
 */
export function placementsOf(entries: readonly Entry[]): (entry: Entry) => Placement {
  const providers = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of entry.provides) {
      const known = providers.get(key);
      if (known) known.push(entry);
      else providers.set(key, [entry]);
    }
  }
  const shared = new Set<Entry>();
  if (providers.size > 0) {
    for (const entry of entries) {
      for (const key of entry.needs) {
        for (const provider of providers.get(key) ?? []) {
          if (provider.chart !== entry.chart || key.startsWith(DEFINES)) shared.add(provider);
        }
      }
    }
  }
  const isServed = servedWebhooks(entries);
  const isAlone = new Set(entries.map((entry) => entry.chart)).size < 2;
  return (entry) => {
    if (shared.has(entry)) return 'shared';
    return !isAlone && isServed(entry) ? 'webhooks' : 'chart';
  };
}
