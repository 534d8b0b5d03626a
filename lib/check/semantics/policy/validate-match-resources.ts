import { pathSegmentErrors } from '../../../model/names/path-segment';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ObjectView } from '../object-view';
import { validateOperationRule } from './validate-operation-rule';

/** validateMatchResources in pkg/apis/admissionregistration/validation/validation.go, after SetDefaults_MatchResources. */
export function validateMatchResources(match: ObjectView): void {
  const policy = match.optionalText('matchPolicy');
  if (policy !== undefined && policy !== 'Equivalent' && policy !== 'Exact') {
    match.notSupported('matchPolicy', ['Equivalent', 'Exact']);
  }
  for (const field of ['namespaceSelector', 'objectSelector']) {
    const selector = match.object(field);
    if (selector !== undefined) validateLabelSelector(selector);
  }
  for (const field of ['resourceRules', 'excludeResourceRules']) {
    for (const rule of match.objects(field)) {
      validateNames(rule);
      validateOperationRule(rule);
    }
  }
}

function validateNames(rule: ObjectView): void {
  const seen = new Set<string>();
  rule.texts('resourceNames').forEach((name, index) => {
    rule.allInvalid(['resourceNames', index], pathSegmentErrors(name));
    if (seen.has(name)) rule.duplicate(['resourceNames', index]);
    seen.add(name);
  });
}
