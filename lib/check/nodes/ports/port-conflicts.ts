import { type ObjectEntry } from '../../../model/object-entry';
import { clusterNodes } from '../../external/cluster-nodes';
import { type CheckContext } from '../../rule-context';
import { conflictsAnywhere } from './conflicts-anywhere';
import { conflictsOnNodes } from './conflicts-on-nodes';
import { type PortConflict } from './port-conflict';
import { portUses } from './port-users';
import { withoutBases } from './without-bases';

/**
 * Of each workload the ports for which it surely comes short, with who has them: at most one conflict a port. A base for Kustomize is
 * left out beside what is made of it. Linear in workloads, but for that of each port only the first 64 ways to place DaemonSets are
 * compared where no Nodes are known. An analysis, for `once`.
 */
export function portConflicts(context: CheckContext): ReadonlyMap<ObjectEntry, readonly PortConflict[]> {
  const isKnown = context.once(clusterNodes).length > 0;
  const conflicts = new Map<ObjectEntry, PortConflict[]>();
  for (const all of context.once(portUses).values()) {
    const uses = all.length < 2 ? all : withoutBases(all);
    if (uses.length < 2) continue;
    for (const conflict of isKnown ? conflictsOnNodes(uses, context) : conflictsAnywhere(uses)) {
      const { entry } = conflict.use.user;
      const known = conflicts.get(entry);
      if (known === undefined) conflicts.set(entry, [conflict]);
      else known.push(conflict);
    }
  }
  return conflicts;
}
