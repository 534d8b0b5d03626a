import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { definitionOf } from './change/definition-example';

export default defineRule({
  code: 'K703',
  name: 'definition-version-removed',
  group: 'rendering',
  severity: 'error',
  kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
  summary: 'A CustomResourceDefinition that loses the version in which its objects are stored',
  explanation: `The API server notes in \`status.storedVersions\` every version in which objects were ever stored, and refuses a definition that lacks one of them:
the objects could not be read any more. A version leaves in three steps: another becomes the storage version, all objects are written anew,
the old one is taken out of \`status.storedVersions\`; then it may go.

It compares with what was committed, as K701 does.`,
  bad: { before: definitionOf(['v1beta1']), manifests: definitionOf(['v1']) },
  good: { before: definitionOf(['v1beta1']), manifests: definitionOf(['v1', 'v1beta1']) },
  checkSet({ set, baseline, report }) {
    const kind = ['apiextensions.k8s.io', 'CustomResourceDefinition'] as const;
    for (const before of baseline?.ofKind(...kind) ?? []) {
      const after = set.find(...kind, undefined, before.name);
      if (after === undefined) continue;
      const names = versionsOf(after.object).map((version) => textField(version, 'name'));
      const stored = versionsOf(before.object).find(({ storage }) => storage === true);
      const name = textField(stored, 'name');
      if (name === undefined || names.includes(name)) continue;
      report({
        object: after,
        path: '/spec/versions',
        title: `${objectTitle(after)} has no version \`${name}\` any more, in which its objects are stored`,
        label: `versions are ${names.join(', ')}`,
        others: [{ entry: before, path: '/spec/versions', label: `\`${name}\` was the storage version` }],
        notes: [
          `the API server refuses it while \`${name}\` is in status.storedVersions: missing from spec.versions; ${name} was previously a storage version`,
        ],
        help: [
          `keep \`${name}\` with \`storage: false\`, write all objects anew, take \`${name}\` out of status.storedVersions, and only then remove it`,
        ],
      });
    }
  },
});

function versionsOf(object: JsonObject): readonly JsonObject[] {
  return listField(objectField(object, 'spec'), 'versions').filter(isJsonObject);
}
