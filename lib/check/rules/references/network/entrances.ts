import { objectField, textField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { objectTitle } from '../../../object-names';
import { type CheckContext } from '../../../rule-context';
import { ingressBackends, type IngressPort } from '../ports/ingress-backends';
import { servicePorts } from '../ports/service-ports';
import { CLIENT_KINDS, serviceClients } from '../webhooks/service-clients';

/** A way by which somebody who is no pod of the set comes to a Service. */
export interface Entrance {
  /** `outside` comes by an Ingress or from outside of the cluster, `server` is the API server. */
  readonly by: 'outside' | 'server';
  readonly service: ObjectEntry;
  /** The port of the Service; undefined where it is any of them. */
  readonly port: number | undefined;
  /** What leads to it: ``Ingress `shop/web` ``. */
  readonly title: string;
  readonly entry: ObjectEntry;
  /** JSON pointer of where it says so. */
  readonly path: string;
}

/** The entrances of the set: Ingresses, then webhooks and their like, then Services with an address outside. */
export function entrances(context: CheckContext): readonly Entrance[] {
  return [...ofIngresses(context), ...ofServer(context), ...ofServices(context)];
}

function ofIngresses({ set }: CheckContext): readonly Entrance[] {
  return set.ofKind('networking.k8s.io', 'Ingress').flatMap((entry) =>
    ingressBackends(entry.object).flatMap(
      ({ pointer, service: name, port: written }): readonly Entrance[] => {
        const service = set.find('', 'Service', entry.namespace, name);
        const port = service && numberOf(service, written);
        if (service === undefined || port === undefined) return [];
        return [{ by: 'outside', service, port, title: objectTitle(entry), entry, path: `${pointer}/name` }];
      },
    ),
  );
}

function numberOf({ object }: ObjectEntry, written: IngressPort | undefined): number | undefined {
  if (written === undefined) return undefined;
  return 'number' in written
    ? written.number
    : servicePorts(object).find(({ name }) => name === written.name)?.port;
}

function ofServer({ set }: CheckContext): readonly Entrance[] {
  const askers = CLIENT_KINDS.map((each) => each.split('/'));
  return askers
    .flatMap(([group = '', kind = '']) => set.ofKind(group, kind))
    .flatMap((entry) =>
      serviceClients(entry).flatMap(({ pointer, namespace, name, port }): readonly Entrance[] => {
        const service = set.find('', 'Service', namespace, name);
        return service === undefined
          ? []
          : [{ by: 'server', service, port, title: objectTitle(entry), entry, path: `${pointer}/name` }];
      }),
    );
}

function ofServices({ set }: CheckContext): readonly Entrance[] {
  return set.ofKind('', 'Service').flatMap((service): readonly Entrance[] => {
    const type = textField(objectField(service.object, 'spec'), 'type');
    if (type !== 'LoadBalancer' && type !== 'NodePort') return [];
    const title = `its type, ${type}`;
    return [{ by: 'outside', service, port: undefined, title, entry: service, path: '/spec/type' }];
  });
}
