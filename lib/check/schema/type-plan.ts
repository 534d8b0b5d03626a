import { type KubernetesVersion } from '../../model/kubernetes-version';
import { mayHaveListKeys } from './check-list-keys';
import { mayBeDeprecated } from './deprecated-fields';
import { mayHaveDeprecatedKeys } from './deprecated-keys';
import { isEnforced } from './enforced-fields';
import { type ListKey, type Shape } from './shape';
import { type SoundTest, soundTest } from './sound-test';
import { type FieldInfo, fieldIn, isIn, type TypeInfo } from './table';

/** What is asked of a field in one version, so that the walk asks for no more than there is to ask. */
export interface FieldPlan {
  /** As the version has it, or failing that as another has. */
  readonly field: FieldInfo;
  readonly shape: Shape;
  readonly isIn: boolean;
  readonly mayBeDeprecated: boolean;
  /** A test for values of which there is nothing to say. */
  readonly isSound: SoundTest | undefined;
  /** Whether it is the status, which the server drops when an object is made. */
  readonly isStatus: boolean;
  /** The keys of its items, where nothing but server-side apply minds that two items have one. */
  readonly listKeys: readonly ListKey[] | undefined;
}

/** What is asked of an object of a type in one version. */
export interface TypePlan {
  readonly type: TypeInfo;
  readonly fields: ReadonlyMap<string, FieldPlan>;
  /** The fields without which the server refuses it. */
  readonly required: readonly FieldInfo[];
  /** Whether some of its keys, such as annotations, may be deprecated. */
  readonly mayHaveDeprecatedKeys: boolean;
}

const PLANS = new Map<KubernetesVersion, Map<TypeInfo, TypePlan>>();

/** The plan of a type, made when it is first asked for. */
export function typePlan(type: TypeInfo, version: KubernetesVersion): TypePlan {
  let plans = PLANS.get(version);
  if (plans === undefined) PLANS.set(version, (plans = new Map<TypeInfo, TypePlan>()));
  let plan = plans.get(type);
  if (plan === undefined) plans.set(type, (plan = make(type, version)));
  return plan;
}

function make(type: TypeInfo, version: KubernetesVersion): TypePlan {
  const fields = new Map<string, FieldPlan>();
  for (const [name, first] of type.fields) {
    const field = fieldIn(type, name, version) ?? first;
    const { shape } = field;
    const isThere = isIn(field, version);
    const isOld = mayBeDeprecated(type.name, field);
    fields.set(name, {
      field,
      shape,
      isIn: isThere,
      mayBeDeprecated: isOld,
      isSound: isThere && !isOld ? soundTest(shape, version) : undefined,
      isStatus: name === 'status' && shape.is === 'type' && shape.name.endsWith('Status'),
      listKeys: shape.is === 'list' && mayHaveListKeys(`${type.name}.${name}`) ? shape.keys : undefined,
    });
  }
  return {
    type,
    fields,
    required: type.required.filter((field) => isIn(field, version) && isEnforced(type.name, field.name)),
    mayHaveDeprecatedKeys: mayHaveDeprecatedKeys(type.name),
  };
}
