import { groupBy } from '../../../../model/group-by';
import { objectField, textMapField } from '../../../../model/json-object';
import { fieldName } from '../../../field-name';
import { type Finding } from '../../../finding';
import { objectTitle } from '../../../object-names';
import { type CheckContext } from '../../../rule-context';
import { isAmongPodsOf } from '../wiring/service-targets';
import { type CutEntrance } from './cut-entrances';
import { ownPolicyHelp } from './own-policy';
import { portsInYaml, showPodPorts } from './pod-ports-in-words';
import { showNearestRule } from './show-nearest-rule';

const SHOWN = 3;

/** What is said of entrances to one Service that one policy cuts, all for the same reason. */
export function cutEntranceInWords(
  cuts: readonly [CutEntrance, ...CutEntrance[]],
  context: CheckContext,
): Finding {
  const [cut] = cuts;
  const entries = [...groupBy(cuts, ({ entrance }) => entrance.entry).values()].flatMap(
    ([first]) => first ?? [],
  );
  const { policy, path, entrance, target } = cut;
  const asked = showPodPorts(target.ports ?? []);
  return {
    object: policy,
    path,
    title: title(cut, entries.length - 1),
    label: showNearestRule(cut, 'ingress'),
    others: [
      ...entries.slice(0, SHOWN).map(({ entrance: { entry, path: at, by } }) => ({
        entry,
        path: at,
        label: by === 'server' ? 'the API server asks it' : 'comes from outside',
      })),
      {
        entry: target.pod.entry,
        path: `${target.pod.template.pointer}/metadata/labels`,
        label: `pods of the Service${asked === '' ? '' : `: asked on ${asked}`}`,
      },
    ],
    notes: [
      entrance.by === 'server'
        ? 'what the API server sends comes from an address, or from an agent in `kube-system`, and no policy of the set lets either in'
        : `what comes from outside comes from an address, or from a controller that is none of the pods of \`${policy.namespace}\`, and no policy of the set lets either in`,
    ],
    help: [help(cut, context)],
  };
}

function title({ policy, entrance: { by, service, entry, title: of } }: CutEntrance, more: number): string {
  const rest = more === 0 ? '' : ` and ${more} more`;
  if (by === 'server')
    return `${objectTitle(policy)} keeps out the API server, which asks ${objectTitle(service)} for ${of}${rest}`;
  return entry === service
    ? `${objectTitle(policy)} keeps out all that comes to ${objectTitle(service)} from outside`
    : `${objectTitle(policy)} keeps out all that comes to ${objectTitle(service)} by ${of}${rest}`;
}

function help({ policy, has, path, entrance, target }: CutEntrance, context: CheckContext): string {
  const { service } = entrance;
  const ports = portsInYaml(target.ports ?? []);
  // The peer is meant to be let in already.
  if (has === 'peer') return `write the port of the pods in ${fieldName(path)}: ${ports}`;
  const peer =
    entrance.by === 'server'
      ? '{ ipBlock: { cidr: <address of the API server>/32 } }'
      : entrance.entry === service
        ? '{ ipBlock: { cidr: <addresses that may come> } }'
        : '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: <namespace of the controller> } } }';
  const own = ownPolicyHelp(
    policy,
    {
      direction: 'ingress',
      peer,
      ports,
      labels: textMapField(objectField(service.object, 'spec'), 'selector'),
      isMeant: (entry) => isAmongPodsOf(service, entry, context),
    },
    context,
  );
  if (own !== undefined) return own;
  return has === 'port'
    ? `add to ${fieldName(path)}: ${peer}`
    : `add a rule of ingress: { from: [${peer}], ports: ${ports} }`;
}
