import { textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';

/** The ports of a rule, in words: "80, 8000-8080, `dns`/UDP". */
export function showPolicyPorts(ports: readonly JsonObject[]): string {
  return ports
    .map((each) => {
      const { port, endPort } = each;
      const protocol = textField(each, 'protocol') ?? 'TCP';
      const suffix = protocol === 'TCP' ? '' : `/${protocol}`;
      if (typeof port === 'string') return `\`${port}\`${suffix}`;
      if (typeof port !== 'number') return `all of ${protocol}`;
      return typeof endPort === 'number' ? `${port}-${endPort}${suffix}` : `${port}${suffix}`;
    })
    .join(', ');
}
