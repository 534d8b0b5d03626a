import { objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { objectsIn } from '../lookup/object-at';

/** How the API server reaches a Service that answers for it: of a webhook, an APIService, a conversion. */
export interface ServiceClient {
  /** JSON pointer of the `service`. */
  readonly pointer: string;
  /** JSON pointer of what holds it, and `caBundle`. */
  readonly holder: string;
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
  /** Whether it says whom to trust. */
  readonly hasAuthority: boolean;
  /** The webhook, where it is one of a configuration. */
  readonly webhook?: JsonObject;
}

/** The kinds that have any, as rules name kinds. */
export const CLIENT_KINDS: readonly string[] = [
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
];

/** The Services that the API server asks because of an object. */
export function serviceClients({ kind, object }: ObjectEntry): readonly ServiceClient[] {
  const spec = objectField(object, 'spec');
  switch (kind) {
    case 'APIService':
      return client(spec, '/spec', spec?.insecureSkipTLSVerify === true);
    case 'CustomResourceDefinition': {
      const conversion = objectField(objectField(spec, 'conversion'), 'webhook');
      return client(objectField(conversion, 'clientConfig'), '/spec/conversion/webhook/clientConfig', false);
    }
    default:
      return objectsIn(object, 'webhooks').flatMap((webhook, index) =>
        client(
          objectField(webhook, 'clientConfig'),
          jsonPointer('/webhooks', index, 'clientConfig'),
          false,
        ).map((each) => ({ ...each, webhook })),
      );
  }
}

/** What generators write where the authority is filled in later: a line break, and nothing. */
const EMPTY: ReadonlySet<string> = new Set(['Cg==', 'Cgo=']);

function client(holder: JsonObject | undefined, pointer: string, skips: boolean): readonly ServiceClient[] {
  const service = objectField(holder, 'service');
  const namespace = textField(service, 'namespace');
  const name = textField(service, 'name');
  if (namespace === undefined || name === undefined) return [];
  const authority = textField(holder, 'caBundle');
  return [
    {
      pointer: `${pointer}/service`,
      holder: pointer,
      namespace,
      name,
      // Default 443: SetDefaults_ServiceReference, pkg/apis/admissionregistration/v1/defaults.go and elsewhere.
      port: typeof service?.port === 'number' ? service.port : 443,
      hasAuthority: skips || (authority !== undefined && !EMPTY.has(authority.trim())),
    },
  ];
}
