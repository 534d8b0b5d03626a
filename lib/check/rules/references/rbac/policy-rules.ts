import { isJsonObject, listField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';

/** One entry of `rules` of a Role or ClusterRole. */
export interface PolicyRule {
  readonly index: number;
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** The rules of a Role or ClusterRole. */
export function policyRules(role: JsonObject): readonly PolicyRule[] {
  return listField(role, 'rules').flatMap((rule, index) =>
    isJsonObject(rule)
      ? {
          index,
          apiGroups: texts(rule, 'apiGroups'),
          resources: texts(rule, 'resources'),
          verbs: texts(rule, 'verbs'),
        }
      : [],
  );
}

/** ``rules[1]: apiGroups [""], resources ["namespace"], verbs [get, list]``. */
export function showPolicyRule({ index, apiGroups, resources, verbs }: PolicyRule): string {
  const quoted = (values: readonly string[]): string =>
    values.map((value) => JSON.stringify(value)).join(', ');
  return `rules[${index}]: apiGroups [${quoted(apiGroups)}], resources [${quoted(resources)}], verbs [${verbs.join(', ')}]`;
}

/** Items that are no text are kept as what no resource is called, so that places stay what they are. */
function texts(rule: JsonObject, field: string): readonly string[] {
  return listField(rule, field).map((item) => (typeof item === 'string' ? item : ''));
}
