import { fieldName } from '../../../field-name';
import { type NearestRule } from './nearest-rule';
import { type TrafficRule } from './policy-selection';
import { showPeer } from './show-peer';
import { showPolicyPorts } from './show-policy-ports';

const SHOWN = 4;

/** What of the nearest rule is in the way, for a label. */
export function showNearestRule(
  { has, path, rule }: NearestRule,
  direction: TrafficRule['direction'],
): string {
  switch (has) {
    case 'peer':
      return `${fieldName(path)}: ${showPolicyPorts(rule?.ports ?? [])}`;
    case 'port': {
      const peers = rule?.peers ?? [];
      const shown = peers.slice(0, SHOWN).map(showPeer);
      return `${fieldName(path)}: ${[...shown, ...(peers.length > SHOWN ? ['…'] : [])].join('; ')}`;
    }
    case undefined:
      return direction === 'ingress' ? 'no rule lets it in' : 'no rule lets it out';
  }
}
