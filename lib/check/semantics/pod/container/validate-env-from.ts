import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { envVarNameErrors } from '../../../../model/names/env-var-name';
import { type ObjectView } from '../../object-view';

/** ValidateEnvFrom in pkg/apis/core/validation/validation.go. */
export function validateEnvFrom(container: ObjectView): void {
  if (!container.has('envFrom')) return;
  const { version } = container.validation;
  container.objects('envFrom').forEach((source, index) => {
    const prefix = source.text('prefix');
    if (prefix !== '') source.allInvalid('prefix', envVarNameErrors(prefix, version));
    let sources = 0;
    for (const field of ['configMapRef', 'secretRef']) {
      const ref = source.object(field);
      if (ref === undefined) continue;
      sources++;
      const name = ref.text('name');
      if (name === '') ref.required('name');
      else ref.allInvalid('name', dns1123SubdomainErrors(maskTrailingDash(name)));
    }
    // The server names the list, not the item.
    const options = { value: '', at: ['envFrom', index] };
    if (sources === 0) {
      container.invalid('envFrom', 'must specify one of: `configMapRef` or `secretRef`', options);
    } else if (sources > 1) {
      container.invalid('envFrom', 'may not have more than one field specified at a time', options);
    }
  });
}

/** The server takes these names as prefixes, which may end in a dash (maskTrailingDash of apimachinery). */
function maskTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}
