import { type Severity } from '../../../../diagnostics/diagnostic';
import { type SpreadShortage } from '../../../nodes/spread/spread-shortage';

/** Pods that only an autoscaler at its maximum makes are a risk; those that are there, and a rollout, an error. */
export function severityOf({ room, numbers, of }: SpreadShortage): Severity {
  return of === 'rollout' || numbers.steady > room.places ? 'error' : 'warning';
}

/** What cannot be, of the workload with that title. */
export function spreadTitle(title: string, { room, numbers, of }: SpreadShortage): string {
  const key = `\`${room.constraint.topologyKey}\``;
  const places = room.places === 1 ? '1 place' : `${room.places} places`;
  return of === 'pods'
    ? `${title} has ${numbers.autoscaled} pods, and their spread over ${key} leaves ${places} for them`
    : `a rollout of ${title} stands still: the spread over ${key} leaves ${places}, and its ${numbers.steady === 1 ? 'pod has it' : 'pods have them'}`;
}

/** What the scheduler says. Upstream: `ErrReasonConstraintsNotMatch`, plugins/podtopologyspread/plugin.go. */
export function spreadNote({ of }: SpreadShortage): string {
  const why = '"node(s) didn\'t match pod topology spread constraints"';
  return of === 'pods'
    ? `the others stay Pending (FailedScheduling): ${why}`
    : `the new pod stays Pending (FailedScheduling): ${why}; maxUnavailable is 0, so no old pod goes before it is available`;
}
