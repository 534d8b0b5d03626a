import { type NamespaceCapacity } from '../../../check/capacity/table/capacity-table';
import { type Style } from '../../style';
import { CAPACITY_HEADS, capacityCells } from './capacity-cells';

/** A table for each namespace; what is over a quota is marked. */
export function capacityText(namespaces: readonly NamespaceCapacity[], style: Style): string {
  if (namespaces.length === 0) return 'no namespace has pods or quotas\n';
  return namespaces.map((each) => section(each, style)).join('\n');
}

function section({ namespace, rows, notes }: NamespaceCapacity, style: Style): string {
  const table = rows.map((row) => ({ cells: capacityCells(row), isOver: row.quota?.left.sign() === -1 }));
  const widths = CAPACITY_HEADS.map((head, column) =>
    Math.max(head.length, ...table.map(({ cells }) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        const isAmount = column > 0 && column < CAPACITY_HEADS.length - 1;
        return isAmount ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [
    style.bold(namespace),
    `  ${style.dim(line(CAPACITY_HEADS))}`,
    ...table.map(({ cells, isOver }) => `  ${isOver ? style.red(line(cells)) : line(cells)}`),
    ...notes.map((note) => `  note: ${note}`),
    '',
  ].join('\n');
}
