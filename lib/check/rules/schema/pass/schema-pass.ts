import { ObjectPass } from '../../../object-pass';
import { type CheckContext } from '../../../rule-context';
import { CrdIndex } from '../../../schema/crd/crd-index';
import { type SchemaProblem } from '../../../schema/schema-problem';
import { SchemaValidator } from '../../../schema/schema-validator';
import { weighProblems } from './weigh-problems';

const NONE: readonly SchemaProblem[] = Object.freeze([]);

/** For `context.once`: holds each object against its kind, once for all rules of this group. */
export function schemaPass({ set, target, external }: CheckContext): ObjectPass<SchemaProblem> {
  const definitions = set
    .ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')
    .map(({ object }) => object);
  const crds = new CrdIndex([...definitions, ...external.crds]);
  const validator = new SchemaValidator({ version: target, crds });
  const told = new Set<string>();
  const isNew = ({ once }: SchemaProblem): boolean => {
    if (once === undefined) return true;
    if (told.has(once)) return false;
    told.add(once);
    return true;
  };
  return new ObjectPass(
    set.entries,
    ({ object }) => {
      const problems = validator.validate(object);
      return problems.length === 0 ? NONE : weighProblems(problems.filter(isNew), object, target);
    },
    ({ kind }) => kind,
  );
}
