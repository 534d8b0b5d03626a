import { type Severity } from '../../../../diagnostics/diagnostic';
import { type SpreadShortage } from '../../../nodes/spread/spread-shortage';

/** Pods that only an autoscaler at its maximum makes, and those of a Job, which come later, are a risk; all others are an error. */
export function severityOf({ room, numbers, of }: SpreadShortage): Severity {
  return of === 'rollout' || numbers.steady > room.places ? 'error' : 'warning';
}

/** What cannot be, of the workload with that title. */
export function spreadTitle(title: string, { room, numbers, of }: SpreadShortage): string {
  const key = `\`${room.constraint.topologyKey}\``;
  const places = room.places === 1 ? '1 place' : `${room.places} places`;
  switch (of) {
    case 'pods':
      return `${title} has ${numbers.autoscaled} pods, and their spread over ${key} leaves ${places} for them`;
    case 'run':
      return `${title} runs ${numbers.peak} pods at once, and their spread over ${key} leaves ${places} for them`;
    case 'rollout':
      return `a rollout of ${title} stands still: the spread over ${key} leaves ${places}, and its ${numbers.steady === 1 ? 'pod has it' : 'pods have them'}`;
  }
}

/** What the scheduler says. Upstream: `ErrReasonConstraintsNotMatch`, plugins/podtopologyspread/plugin.go. */
export function spreadNote({ of }: SpreadShortage): string {
  const why = '"node(s) didn\'t match pod topology spread constraints"';
  switch (of) {
    case 'pods':
      return `the others stay Pending (FailedScheduling): ${why}`;
    case 'run':
      return `the others are Pending (FailedScheduling) until some of these end: ${why}; where the pods wait for one another, none ever does`;
    case 'rollout':
      return `the new pod stays Pending (FailedScheduling): ${why}; maxUnavailable is 0, so no old pod goes before it is available`;
  }
}

/** What to write where the spread is to stay as it is. */
export function fewerPods({ of, room: { places } }: SpreadShortage): string {
  switch (of) {
    case 'pods':
      return `or keep ${places} replicas`;
    case 'run':
      return `or write parallelism: ${places}`;
    case 'rollout':
      return 'or write maxSurge: 0 with maxUnavailable: 1';
  }
}
