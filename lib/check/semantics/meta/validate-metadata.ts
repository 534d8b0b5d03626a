import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { type NameRule } from '../../../model/names/name-rule';
import { pathSegmentErrors } from '../../../model/names/path-segment';
import { type KindValidation } from '../kind-validation';
import { type ObjectView } from '../object-view';
import { generatedName } from './generated-name';
import { validateAnnotations } from './validate-annotations';
import { validateFinalizers } from './validate-finalizers';
import { validateLabels } from './validate-labels';
import { validateOwnerReferences } from './validate-owner-references';

function nameErrors(rule: NameRule, name: string): readonly string[] {
  const errors = rule.errors(name);
  return errors.length > 0 ? errors : pathSegmentErrors(name);
}

/**
 * ValidateObjectMeta in k8s.io/apimachinery/pkg/api/validation/objectmeta.go with what BeforeCreate in
 * k8s.io/apiserver/pkg/registry/rest adds. The namespace is the request's, which kubectl fills in, and
 * what the server fills in itself (uid, generation, times) is wiped on create: neither is looked at.
 */
export function validateMetadata(
  metadata: ObjectView,
  { kind, nameRule: rule, qualifiesFinalizers }: KindValidation,
): void {
  const prefix = metadata.text('generateName');
  const name = metadata.text('name');
  if (prefix !== '') metadata.allInvalid('generateName', rule.generateNameErrors(prefix));
  if (name !== '') {
    metadata.allInvalid('name', nameErrors(rule, name));
  } else if (prefix !== '') {
    const made = generatedName(prefix);
    metadata.allInvalid('name', nameErrors(rule, made), { value: made, at: 'generateName' });
    // A LimitRange gets a name (PrepareForCreate in pkg/registry/core/limitrange/strategy.go).
  } else if (kind !== 'LimitRange') metadata.required('name', 'name or generateName is required');
  const namespace = metadata.text('namespace');
  if (namespace !== '') metadata.allInvalid('namespace', dns1123LabelErrors(namespace));
  validateLabels(metadata, 'labels');
  validateAnnotations(metadata, 'annotations');
  validateOwnerReferences(metadata);
  validateFinalizers(metadata, qualifiesFinalizers);
}
