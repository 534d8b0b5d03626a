import { portNameErrors } from '../../../model/names/port-name';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { portNumberErrors } from '../meta/port-number-errors';
import { type ObjectView } from '../object-view';
import { validateIpBlock } from './validate-ip-block';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const TYPES = ['Ingress', 'Egress'];

/** ValidateNetworkPolicy in pkg/apis/networking/validation/validation.go. */
export function validateNetworkPolicy(policy: ObjectView): void {
  const spec = policy.struct('spec');
  validateLabelSelector(spec.struct('podSelector'));
  for (const [rules, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const rule of spec.objects(rules)) {
      rule.objects('ports').forEach(validatePort);
      rule.objects(peers).forEach((peer, index) => {
        validatePeer(rule, peers, index, peer);
      });
    }
  }
  const types = spec.texts('policyTypes');
  if (types.length > TYPES.length) {
    spec.invalid('policyTypes', 'may not specify more than two policyTypes');
    return;
  }
  types.forEach((type, index) => {
    if (!TYPES.includes(type)) spec.notSupported(['policyTypes', index], TYPES);
  });
}

/** ValidateNetworkPolicyPort. */
function validatePort(entry: ObjectView): void {
  const protocol = entry.optionalText('protocol');
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) entry.notSupported('protocol', PROTOCOLS);
  const port = entry.raw('port');
  const endPort = entry.optionalNumber('endPort');
  if (typeof port === 'number') {
    entry.allInvalid('port', portNumberErrors(port));
    if (endPort === undefined) return;
    if (endPort < port) {
      entry.invalid('endPort', 'must be greater than or equal to `port`', {
        value: port,
        help: `for the range, write \`port: ${String(endPort)}\` and \`endPort: ${String(port)}\``,
      });
    }
    entry.allInvalid('endPort', portNumberErrors(endPort));
    return;
  }
  if (endPort !== undefined) {
    const why = port === undefined ? 'not specified' : 'non-numeric';
    entry.invalid('endPort', `may not be specified when \`port\` is ${why}`, {
      help: 'set `port` to the number that the range begins with',
    });
  }
  if (typeof port === 'string') {
    const help = /^[0-9]+$/.test(port) ? [`for the port number, leave out the quotes: \`${port}\``] : [];
    entry.allInvalid('port', portNameErrors(port), { help });
  }
}

/** ValidateNetworkPolicyPeer. */
function validatePeer(rule: ObjectView, field: string, index: number, peer: ObjectView): void {
  const selectors = [peer.object('podSelector'), peer.object('namespaceSelector')];
  for (const selector of selectors) if (selector !== undefined) validateLabelSelector(selector);
  const block = peer.object('ipBlock');
  if (block !== undefined) validateIpBlock(block);
  const hasSelector = selectors.some((selector) => selector !== undefined);
  if (block === undefined && !hasSelector) {
    rule.required([field, index], 'must specify a peer', {
      help: 'for all pods of the namespace, write `podSelector: {}`; for everything, leave the list out',
    });
  } else if (block !== undefined && hasSelector) {
    rule.forbidden([field, index], 'may not specify both ipBlock and another peer', {
      help: 'make two items of it, one with `ipBlock` and one with the selectors',
    });
  }
}
