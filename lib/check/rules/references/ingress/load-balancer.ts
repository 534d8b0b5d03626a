import { objectField, textField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { ingressClass } from '../ports/ingress-backends';

const NETWORKING = 'networking.k8s.io';
const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';
const GROUP = 'alb.ingress.kubernetes.io/group.name';

/** Controllers that make a load balancer of its own for each Ingress, by their classes and by what classes say. */
const OWN_CLASSES: ReadonlySet<string> = new Set(['alb', 'gce', 'gce-internal', 'tailscale']);
const OWN_CONTROLLERS: ReadonlySet<string> = new Set([
  'ingress.k8s.aws/alb',
  'k8s.io/ingress-gce',
  'tailscale.com/ts-ingress',
]);

/**
 * Annotations that tell Ingresses of one host and path from each other: canaries, and matches on more than the path.
 * Who has one means to share the path.
 */
const TELLING = [
  'alb.ingress.kubernetes.io/conditions.',
  'haproxy-ingress.github.io/http-header-match',
  'konghq.com/headers.',
  'konghq.com/methods',
  'nginx.ingress.kubernetes.io/canary',
  'nginx.org/mergeable-ingress-type',
  'traefik.ingress.kubernetes.io/router.entrypoints',
  'traefik.ingress.kubernetes.io/router.priority',
];

/**
 * What serves an Ingress: the same text for two Ingresses whose paths meet in one place. Undefined for one that is
 * told from others by more than its paths.
 */
export function loadBalancerOf(entry: ObjectEntry, { set, once }: CheckContext): string | undefined {
  const annotations = objectField(objectField(entry.object, 'metadata'), 'annotations');
  for (const key in annotations) if (TELLING.some((each) => key.startsWith(each))) return undefined;
  const name = ingressClass(entry.object) ?? once(defaultClass);
  const entryOfClass = name === undefined ? undefined : set.find(NETWORKING, 'IngressClass', undefined, name);
  const controller = textField(objectField(entryOfClass?.object, 'spec'), 'controller') ?? '';
  if (!OWN_CLASSES.has(name ?? '') && !OWN_CONTROLLERS.has(controller)) return JSON.stringify([name]);
  const group = textField(annotations, GROUP);
  return group === undefined ? undefined : JSON.stringify([name, group]);
}

/** The class that the set makes the default one. */
function defaultClass({ set }: CheckContext): string | undefined {
  return set
    .ofKind(NETWORKING, 'IngressClass')
    .find(
      ({ object }) =>
        textField(objectField(objectField(object, 'metadata'), 'annotations'), DEFAULT_CLASS) === 'true',
    )?.name;
}
