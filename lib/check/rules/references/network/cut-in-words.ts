import { groupBy } from '../../../../model/group-by';
import { fieldName } from '../../../field-name';
import { type Finding } from '../../../finding';
import { objectTitle } from '../../../object-names';
import { type CutConnection } from './cut-connections';
import { type CutGroup } from './group-cuts';
import { peerInYaml } from './peer-in-yaml';
import { portsInYaml, showPodPorts } from './pod-ports-in-words';
import { showNearestRule } from './show-nearest-rule';

/** How many of the connections are shown. */
const SHOWN = 3;

/** What is said of connections that one place of a policy cuts: all to one Service, or all of the same pods. */
export function cutInWords(cuts: CutGroup): Finding {
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
    help: [help(cut)],
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

function help({ direction, has, path, connection, target, policy }: CutConnection): string {
  const ports = portsInYaml(target.ports ?? []);
  if (has === 'peer') return `write the port of the pods in ${fieldName(path)}: ${ports}`;
  const peer = peerInYaml(direction === 'ingress' ? connection.source : target.pod, policy.namespace);
  const field = direction === 'ingress' ? 'from' : 'to';
  return has === 'port'
    ? `add to ${fieldName(path)}: ${peer}`
    : `add a rule of ${direction}: { ${field}: [${peer}], ports: ${ports} }`;
}
