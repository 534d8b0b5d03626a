import { type ObjectEntry } from '../../../../model/object-entry';
import { objectField } from '../../../../model/json-object';
import { type CheckContext } from '../../../rule-context';
import { servicePorts } from '../ports/service-ports';

/** The address of a Service of the set, as a text has it. */
export interface ServiceAddress {
  readonly service: ObjectEntry;
  /** As it is written, or that of the scheme where the Service has it; undefined where nothing tells. */
  readonly port: number | undefined;
  /** The host, and the port where one is written. */
  readonly written: string;
}

/** Nobody reads through a file that is longer. */
const LONGEST = 100_000;

/** A host and a port, not in the middle of a word, a path or a reference. */
const HOSTS =
  /(?<![\w.$}{:-]|\$\()(?<!(?:^|[^/])\/)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){0,8})\.?(?::(\d{1,5}))?(?![\w@:%-])/g;

/** What stands before the host of a URL; a URL may name several. */
const IN_URL = /([a-z][a-z0-9+.-]{0,30}):\/\/[^\s/'"`]{0,200}$/i;

const OF_SCHEME: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
]);

/**
 * The addresses of Services that a text of a pod has. `api.shop.svc` is one wherever it stands; `api` and `api.shop` are
 * where they are the host of a URL, where a port of this Service follows, or where `isAddress` says that the whole text is an address.
 *
 * @param isAddress Whether what the text is called says so: `DB_HOST`.
 */
export function serviceAddresses(
  text: string,
  namespace: string,
  isAddress: boolean,
  context: CheckContext,
): readonly ServiceAddress[] {
  if (text.length > LONGEST) return [];
  const found = new Map<string, ServiceAddress>();
  const isList = text.includes(',');
  for (const match of text.matchAll(HOSTS)) {
    const [written, host = '', digits] = match;
    const candidate = serviceOf(host, namespace, context);
    if (candidate === undefined) continue;
    const { service, isCertain } = candidate;
    const ports = servicePorts(service.object).map((each) => each.port);
    const scheme = IN_URL.exec(text.slice(Math.max(0, match.index - 232), match.index))?.[1];
    const port = digits === undefined ? undefined : Number(digits);
    const isWhole = isAddress && text.trim() === written;
    // Several names without ports are those that a certificate is for, or that no proxy is asked for.
    if (isList && scheme === undefined && port === undefined) continue;
    if (!isCertain && scheme === undefined && !isWhole && (port === undefined || !ports.includes(port)))
      continue;
    const ofScheme = OF_SCHEME.get(scheme?.toLowerCase() ?? '');
    const known = port ?? (ofScheme !== undefined && ports.includes(ofScheme) ? ofScheme : undefined);
    const key = `${service.position} ${known ?? ''}`;
    if (!found.has(key)) found.set(key, { service, port: known, written });
  }
  return [...found.values()];
}

interface Candidate {
  readonly service: ObjectEntry;
  /** Whether nothing else has a name of this shape. */
  readonly isCertain: boolean;
}

/** The Service that a name leads to from a namespace, by the search domains of a pod. */
function serviceOf(host: string, namespace: string, { set }: CheckContext): Candidate | undefined {
  const labels = host.split('.');
  const find = (of: string | undefined, name: string | undefined): ObjectEntry | undefined =>
    of === undefined || name === undefined ? undefined : set.find('', 'Service', of, name);
  const certain = (service: ObjectEntry | undefined): Candidate | undefined =>
    service && { service, isCertain: true };
  if (labels[2] === 'svc') return certain(find(labels[1], labels[0]));
  // One pod of a headless Service.
  if (labels[3] === 'svc') return certain(find(labels[2], labels[1]));
  const [first, second] = labels;
  if (labels.length === 1) {
    const service = find(namespace, first);
    return service && { service, isCertain: false };
  }
  if (labels.length > 2) return undefined;
  const service = find(second, first);
  if (service !== undefined) return { service, isCertain: false };
  const ofPod = headless(find(namespace, second));
  return ofPod && { service: ofPod, isCertain: /-\d+$/.test(first ?? '') };
}

function headless(service: ObjectEntry | undefined): ObjectEntry | undefined {
  return objectField(service?.object, 'spec')?.clusterIP === 'None' ? service : undefined;
}
