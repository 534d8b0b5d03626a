/**
 * A field in one notation: `spec.ports[0].port`, `spec.limits[0].max[cpu]` and `[spec][ports][0][port]` become steps
 * between slashes. What stands in brackets is one step, whatever it holds.
 */
export function fieldSteps(field: string): string {
  const steps: string[] = [];
  for (let at = 0; at < field.length;) {
    if (field[at] === '.') at += 1;
    else if (field[at] === '[') {
      // A key may hold brackets of its own: the one that ends it is followed by the end or by another step.
      let end = field.indexOf(']', at);
      while (end >= 0 && end + 1 < field.length && !'.['.includes(field.charAt(end + 1)))
        end = field.indexOf(']', end + 1);
      if (end < 0) end = field.length;
      steps.push(field.slice(at + 1, end));
      at = end + 1;
    } else {
      const end = /[.[]/.exec(field.slice(at))?.index ?? field.length - at;
      steps.push(field.slice(at, at + end));
      at += end;
    }
  }
  return steps.join('/');
}

/** The field with indexes and keys left out: `spec.containers[*].env[*].name`. */
export const fieldPattern = (field: string): string => field.replace(/\[[^\]]*\]/g, '[*]');

/** The same for the pods of all kinds: `pod.containers[*].image`. */
export function sharedPattern(kind: string, field: string): string {
  const pattern = fieldPattern(field);
  if (kind === 'Pod') return pattern.replace(/^spec\./, 'pod.').replace(/^spec$/, 'pod');
  return pattern
    .replace(/^(?:spec\.jobTemplate\.)?(?:spec\.)?template\.spec\b/, 'pod')
    .replace(/^spec\.jobTemplate\.spec\b/, 'job')
    .replace(/^spec\.volumeClaimTemplates\[\*\]\.spec\b/, 'claim')
    .replace(/\bephemeral\.volumeClaimTemplate\.spec\b/, 'ephemeral.claim');
}
