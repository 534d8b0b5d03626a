import { type Demand } from '../../../capacity/demand/demand';
import { type Charge, type Ledger, type Line, roomFor } from '../../../capacity/quota/ledger';

/** Room that a quota has for some more of a demand, beside all that is steady. */
export interface Shortage {
  /** How many more fit; fewer than are wanted. */
  readonly fit: number;
  /** The resources that lack. */
  readonly lines: readonly (Line & Pick<Charge, 'each'>)[];
}

/**
 * What a quota lacks for so many more of a demand; undefined where it has room, and where it has none for what is there
 * already, which is a finding of its own.
 */
export function shortage(demand: Demand, more: number, ledger: Ledger): Shortage | undefined {
  const fit = roomFor(demand, ledger);
  if (more === 0 || fit >= more) return undefined;
  const lines = [...demand.each].flatMap(([resource, each]) => {
    const line = ledger.lines.get(resource);
    if (line === undefined) return [];
    const isShort = line.figures.steady.add(each.multiply(more)).compare(line.hard) > 0;
    return isShort ? [{ ...line, each }] : [];
  });
  return lines.some(({ figures, hard }) => figures.steady.compare(hard) > 0) ? undefined : { fit, lines };
}
