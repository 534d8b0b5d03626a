import { type NamespaceCapacity } from '../../../check/capacity/table/capacity-table';
import { CAPACITY_HEADS, capacityCells } from './capacity-cells';

/** A heading and a table for each namespace; what is over a quota is bold. */
export function capacityMarkdown(namespaces: readonly NamespaceCapacity[]): string {
  return namespaces.map(section).join('\n');
}

function section({ namespace, rows, notes }: NamespaceCapacity): string {
  const heads = `| ${CAPACITY_HEADS.join(' | ')} |`;
  const rule = `| ${CAPACITY_HEADS.map((_, column) => (column > 0 && column < CAPACITY_HEADS.length - 1 ? '---:' : '---')).join(' | ')} |`;
  const lines = rows.map((row) => {
    const isOver = row.quota?.left.sign() === -1;
    const cells = capacityCells(row).map((cell, column) => {
      const text = cell.replaceAll('|', '\\|');
      return isOver && CAPACITY_HEADS[column] === 'left' ? `**${text}**` : text;
    });
    return `| ${cells.join(' | ')} |`;
  });
  const list = notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)];
  return [`## ${namespace}`, '', heads, rule, ...lines, ...list, ''].join('\n');
}
