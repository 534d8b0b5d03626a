import { type Identity, objectMetadata, type ObjectMarks } from '../identity';
import { createObject } from '../manifest/create-object';
import { refuseObjectName } from '../manifest/refuse-text';
import { type PullSecret, pullSecretsManifest } from '../pod/pull-secrets';
import { createRole } from './create-role';
import { type PolicyRule, policyRules, type RoleRules } from './role-rules';

/** A ServiceAccount of a workload. */
export interface ServiceAccountOptions extends ObjectMarks {
  /** Whether pods get its token unless they say otherwise. @defaultValue true, by the API server */
  readonly automountToken?: boolean;
  /** Registry credentials for all its pods. */
  readonly imagePullSecrets?: readonly PullSecret[];
  /** What its pods may do in their namespace; makes a Role and a RoleBinding. */
  readonly rules?: RoleRules;
  /** As `rules`, for custom resources and all that has no type. */
  readonly customRules?: readonly PolicyRule[];
}

/** Makes the ServiceAccount of a workload if one is asked for, and returns its name. */
export function createServiceAccount(
  identity: Identity,
  option: string | ServiceAccountOptions | undefined,
): string | undefined {
  if (option === undefined) return undefined;
  if (typeof option === 'string') {
    refuseObjectName(identity.construct, 'serviceAccount', option);
    return option;
  }
  const scope = identity.construct;
  const account = createObject(scope, 'service-account', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: objectMetadata(identity, option),
    automountServiceAccountToken: option.automountToken,
    imagePullSecrets: pullSecretsManifest(option.imagePullSecrets, scope, identity.namespace),
  });
  const rules = policyRules(option.rules, option.customRules);
  if (rules.length > 0) {
    createRole(identity, {
      scope,
      name: account.name,
      rules,
      subjects: [{ serviceAccount: account.name }],
      property: () => 'serviceAccount.rules',
    });
  }
  return account.name;
}
