import { dns1035LabelErrors } from '../../../model/names/dns1035-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { generatedName } from '../meta/generated-name';
import { type FieldError } from '../field-error';
import { type ObjectView } from '../object-view';
import { type Validation } from '../validation';
import { sameValue } from './same-value';
import { validateApiApproval } from './validate-api-approval';
import { validateConversion } from './validate-conversion';
import { validateDefinitionNames } from './validate-definition-names';
import { validateDefinitionSchema } from './validate-definition-schema';
import { validateDeprecation } from './validate-deprecation';
import { validatePrinterColumn } from './validate-printer-column';
import { validateSelectableFields } from './validate-selectable-fields';
import { validateSubresources } from './validate-subresources';

/**
 * ValidateCustomResourceDefinition in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. What all
 * versions have alike the server moves to the top of the spec before, and names there.
 */
export function validateDefinition(definition: ObjectView): void {
  const spec = definition.struct('spec');
  const names = spec.struct('names');
  validateName(definition.struct('metadata').in('metadata'), `${names.text('plural')}.${spec.text('group')}`);
  validateApiApproval(definition);
  validateGroup(spec);
  validateScope(spec);
  if (spec.flag('preserveUnknownFields')) {
    spec.invalid(
      'preserveUnknownFields',
      'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
    );
  }
  validateVersions(spec);
  validateDefinitionNames(names);
  validateConversion(spec);
  validateStoredVersions(definition, spec);
  leaveExpressions(definition.validation);
}

const EXPRESSION = /x-kubernetes-validations\[\d+\]\.(?:rule|messageExpression)$/;

/** Rules are compiled only where the schema is in order: their variables have its types. */
function leaveExpressions({ errors }: Validation): void {
  const isExpression = ({ type, field }: FieldError): boolean => type === 'invalid' && EXPRESSION.test(field);
  const others = errors.filter((error) => !isExpression(error));
  if (others.some(({ field }) => field.includes('openAPIV3Schema')))
    errors.splice(0, errors.length, ...others);
}

/** The name follows from the plural and the group; other rules of names are told elsewhere. */
function validateName(metadata: ObjectView, wanted: string): void {
  const tell = (field: string, name: string, at: string): void => {
    metadata.allInvalid(field, dns1123SubdomainErrors(name), { value: name, at });
    if (name === wanted) return;
    metadata.invalid(field, 'must be spec.names.plural+"."+spec.group', {
      value: name,
      at,
      help: `write \`name: ${wanted}\``,
    });
  };
  const [name, prefix] = [metadata.text('name'), metadata.text('generateName')];
  if (prefix !== '') tell('generateName', prefix, 'generateName');
  if (name !== '') tell('name', name, 'name');
  else if (prefix !== '') tell('name', generatedName(prefix), 'generateName');
}

function validateGroup(spec: ObjectView): void {
  const group = spec.text('group');
  const errors = dns1123SubdomainErrors(group);
  if (group === '') spec.required('group');
  else if (errors.length > 0) spec.invalid('group', errors.join(','));
  else if (!group.includes('.')) {
    spec.invalid('group', 'should be a domain with at least one dot', {
      help: `write a group of your own domain: \`${group}.example.com\``,
    });
  }
}

function validateScope(spec: ObjectView): void {
  const scope = spec.text('scope');
  if (scope === '') spec.required('scope');
  else if (scope !== 'Cluster' && scope !== 'Namespaced')
    spec.notSupported('scope', ['Cluster', 'Namespaced']);
}

/** Whether all versions have the same in a field: it is then the field of the spec. */
function isShared(versions: readonly ObjectView[], field: string): boolean {
  const [first] = versions;
  return first !== undefined && versions.every((each) => sameValue(each.raw(field), first.raw(field)));
}

function validateVersions(spec: ObjectView): void {
  const versions = spec.objects('versions');
  const [first] = versions;
  const shared = {
    schema: isShared(versions, 'schema'),
    subresources: isShared(versions, 'subresources'),
    columns: isShared(versions, 'additionalPrinterColumns'),
    selectable: isShared(versions, 'selectableFields'),
  };
  const hasStatus = (version: ObjectView): boolean => version.struct('subresources').has('status');
  for (const version of versions) {
    if (!version.struct('schema').has('openAPIV3Schema')) {
      version.required(
        ['schema', 'openAPIV3Schema'],
        spec.validation.since('1.34') ? '' : 'schemas are required',
        {
          help: 'add a schema; one that takes anything is `type: object` with `x-kubernetes-preserve-unknown-fields: true`',
        },
      );
    }
    const name = version.text('name');
    const errors = dns1035LabelErrors(name);
    if (errors.length > 0) {
      version.invalid('name', errors.join(','), { value: name });
      // The server keeps the first name beside the versions too.
      if (version === first && name !== '') {
        spec.invalid('version', errors.join(','), { value: name, at: ['versions', 0, 'name'] });
      }
    }
    validateDeprecation(version);
    const top = (field: string): readonly string[] => [...spec.named.map(String), field];
    const isFirst = version === first;
    if (!shared.schema) validateDefinitionSchema(version.object('schema'), hasStatus(version));
    else if (isFirst) {
      validateDefinitionSchema(
        version.object('schema')?.namedAs(top('validation')),
        versions.some(hasStatus),
      );
    }
    if (!shared.subresources) validateSubresources(version.object('subresources'));
    else if (isFirst) validateSubresources(version.object('subresources')?.namedAs(top('subresources')));
    if (!shared.selectable || isFirst) validateSelectableFields(version, shared.selectable ? spec : version);
    if (shared.columns && !isFirst) continue;
    version.objects('additionalPrinterColumns').forEach((column, index) => {
      const named = [...spec.named, 'additionalPrinterColumns', index];
      validatePrinterColumn(shared.columns ? column.namedAs(named) : column);
    });
  }
  const all = versions.map((version) => version.text('name'));
  if (new Set(all).size < all.length) spec.invalid('versions', 'must contain unique version names');
  if (versions.filter((version) => version.flag('storage')).length !== 1) {
    spec.invalid('versions', 'must have exactly one version marked as storage version', {
      help: 'set `storage: true` in one version, and `storage: false` in all others',
    });
  }
}

/** The server notes the first version that is stored, and then wants every one that is marked so to be noted. */
function validateStoredVersions(definition: ObjectView, spec: ObjectView): void {
  const stored = spec.objects('versions').filter((version) => version.flag('storage'));
  const [first, ...others] = stored.map((version) => version.text('name'));
  const tell = (detail: string): void => {
    definition.invalid(['status', 'storedVersions'], detail, {
      value: first === undefined ? [] : [first],
      at: ['spec', 'versions'],
    });
  };
  if (first === undefined) tell('must have at least one stored version');
  for (const name of others) tell(`must have the storage version ${name}`);
}
