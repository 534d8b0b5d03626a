import { type CapacityRow, type NamespaceCapacity } from '../../../check/capacity/table/capacity-table';

/** The same figures for programs; amounts are quantities as Kubernetes writes them. */
export function capacityJson(namespaces: readonly NamespaceCapacity[]): string {
  const shown = namespaces.map(({ namespace, rows, notes }) => ({
    namespace,
    rows: rows.map(rowJson),
    notes,
  }));
  return `${JSON.stringify({ version: 1, namespaces: shown }, null, 2)}\n`;
}

function rowJson({ resource, requested, atPeak, atMaximum, quota }: CapacityRow): object {
  return {
    resource,
    requested: requested.toString(),
    atPeak: atPeak.toString(),
    atHpaMaximum: atMaximum.toString(),
    quota:
      quota === undefined
        ? null
        : {
            ...quota,
            hard: quota.hard.toString(),
            left: quota.left.toString(),
            isOver: quota.left.sign() < 0,
          },
  };
}
