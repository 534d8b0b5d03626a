import { type CapacityRow } from '../../../check/capacity/table/capacity-table';

/** The heads of the columns. */
export const CAPACITY_HEADS = [
  'resource',
  'requested',
  'at peak',
  'at HPA maximum',
  'quota',
  'left',
  'ResourceQuota',
] as const;

/** The texts of a row, a column each; a dash where there is nothing to say. */
export function capacityCells({
  resource,
  requested,
  atPeak,
  atMaximum,
  quota,
}: CapacityRow): readonly string[] {
  const figures = [requested, atPeak, atMaximum].map((amount) => amount.toString());
  if (quota === undefined) return [resource, ...figures, '-', '-', '-'];
  const { name, scopes, hard, left } = quota;
  return [
    resource,
    ...figures,
    hard.toString(),
    left.toString(),
    scopes === '' ? name : `${name} (${scopes})`,
  ];
}
