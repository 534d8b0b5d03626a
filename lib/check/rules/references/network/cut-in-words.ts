import { groupBy } from '../../../../model/group-by';
import { objectField, textMapField } from '../../../../model/json-object';
import { fieldName } from '../../../field-name';
import { type Finding } from '../../../finding';
import { objectTitle } from '../../../object-names';
import { type CheckContext } from '../../../rule-context';
import { isAmongPodsOf } from '../wiring/service-targets';
import { type CutConnection } from './cut-connections';
import { type CutGroup } from './group-cuts';
import { ownPolicyHelp } from './own-policy';
import { ownLabels, peerInYaml } from './peer-in-yaml';
import { portsInYaml, showPodPorts } from './pod-ports-in-words';
import { showNearestRule } from './show-nearest-rule';

/** How many of the connections are shown. */
const SHOWN = 3;

/** What is said of connections that one place of a policy cuts: all to one Service, or all of the same pods. */
export function cutInWords(cuts: CutGroup, context: CheckContext): Finding {
  const [cut] = cuts;
  const { policy, path, direction, connection, target } = cut;
  const { source, service } = connection;
  const sources = new Set(cuts.map((each) => each.connection.source.entry)).size;
  const services = new Set(cuts.map((each) => each.connection.service)).size;
  const places = groupBy(cuts, (each) =>
    sources > 1 ? each.connection.source.entry : each.connection.service,
  );
  return {
    object: policy,
    path,
    title: `${objectTitle(policy)} cuts ${objectTitle(source.entry)}${more(sources)} off from ${objectTitle(service)}${more(services)}`,
    label: showNearestRule(cut, direction),
    others: [
      ...[...places.values()].slice(0, SHOWN).flatMap(([first]) => first?.connection.place ?? []),
      {
        entry: target.pod.entry,
        path: `${target.pod.template.pointer}/metadata/labels`,
        label: `pods of the Service${asked(cut)}`,
      },
    ],
    notes: [
      direction === 'ingress'
        ? `no policy lets it in to the pods of ${objectTitle(service)}: the connection ends in a timeout`
        : `no policy lets it out of the pods of ${objectTitle(source.entry)}: the connection ends in a timeout`,
    ],
    help: [help(cuts, context)],
  };
}

function more(count: number): string {
  return count === 1 ? '' : ` and ${count - 1} more`;
}

function asked({ connection: { targets, port } }: CutConnection): string {
  const shown = showPodPorts(targets.flatMap(({ ports }) => ports ?? []));
  if (shown === '') return '';
  return port === undefined || shown === String(port)
    ? `: asked on ${shown}`
    : `: asked on ${shown}, which is behind port ${port} of the Service`;
}

function help(cuts: CutGroup, context: CheckContext): string {
  const [{ direction, has, path, connection, target, policy }] = cuts;
  const { source, service } = connection;
  const isIn = direction === 'ingress';
  const ports = portsInYaml(target.ports ?? []);
  // The peer is meant to be let through already.
  if (has === 'peer') return `write the port of the pods in ${fieldName(path)}: ${ports}`;
  const peer = peerInYaml(isIn ? source : target.pod, policy.namespace);
  const sources = new Set(cuts.map((each) => each.connection.source.entry));
  const own = ownPolicyHelp(
    policy,
    {
      direction,
      peer,
      ports,
      labels: isIn ? textMapField(objectField(service.object, 'spec'), 'selector') : ownLabels(source),
      isMeant: (entry) => (isIn ? isAmongPodsOf(service, entry, context) : sources.has(entry)),
    },
    context,
  );
  if (own !== undefined) return own;
  return has === 'port'
    ? `add to ${fieldName(path)}: ${peer}`
    : `add a rule of ${direction}: { ${isIn ? 'from' : 'to'}: [${peer}], ports: ${ports} }`;
}
