/** Steps from an object to one of its fields: member names and list indexes. */
export type FieldPath = readonly (string | number)[];

/** As a person writes it: `spec.template.spec.containers[0].env[2].value`, `metadata.labels["a/b"]`. */
export function formatFieldPath(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
