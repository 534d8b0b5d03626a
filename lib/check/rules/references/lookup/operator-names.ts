import { groupBy } from '../../../../model/group-by';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { customResources } from './custom-resources';
import { PROVIDERS } from './provisions/provider-table';

/** Groups whose custom resources describe, route or watch what is there, and have no objects made of their name. */
const MAKE_NOTHING: ReadonlySet<string> = new Set([
  'argoproj.io',
  'autoscaling.k8s.io',
  'cert-manager.io',
  'cilium.io',
  'configuration.konghq.com',
  'crd.projectcalico.org',
  'external-secrets.io',
  'gateway.networking.k8s.io',
  'getambassador.io',
  'keda.sh',
  'kustomize.config.k8s.io',
  'kustomize.toolkit.fluxcd.io',
  'kyverno.io',
  'metallb.io',
  'networking.istio.io',
  'notification.toolkit.fluxcd.io',
  'policy.linkerd.io',
  'projectcontour.io',
  'security.istio.io',
  'snapshot.storage.k8s.io',
  'source.toolkit.fluxcd.io',
  'traefik.containo.us',
  'traefik.io',
  'velero.io',
]);

/** Of this group some kinds make nothing either. */
const MONITORS: ReadonlySet<string> = new Set(['PodMonitor', 'Probe', 'PrometheusRule', 'ServiceMonitor']);

/**
 * The custom resource of the namespace whose operator may make an object of that name: operators call what they make
 * after the object that asks for it, or begin its name with that of the object and a hyphen. Kinds that are known to make
 * nothing, and those of which is known what they make, are none.
 */
export function operatorOf(namespace: string, name: string, { once }: CheckContext): ObjectEntry | undefined {
  const names = once(resourcesByName).get(namespace);
  if (names === undefined) return undefined;
  for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) {
    const [entry] = names.get(name.slice(0, end)) ?? [];
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function resourcesByName({
  once,
}: CheckContext): ReadonlyMap<string, ReadonlyMap<string, readonly ObjectEntry[]>> {
  const custom = once(customResources).filter(
    ({ group, kind, name }) =>
      kind !== '' &&
      name !== '' &&
      !PROVIDERS.has(`${group}/${kind}`) &&
      !MAKE_NOTHING.has(group) &&
      !(group === 'monitoring.coreos.com' && MONITORS.has(kind)),
  );
  return new Map(
    [...groupBy(custom, ({ namespace }) => namespace)].map(([namespace, entries]) => [
      namespace,
      groupBy(entries, ({ name }) => name),
    ]),
  );
}
