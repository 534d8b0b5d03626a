import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { CrdIndex } from '../../../schema/crd/crd-index';
import { type SchemaProblem } from '../../../schema/schema-problem';
import { validateSchema } from '../../../schema/validate-schema';
import { weighProblems } from './weigh-problems';

/** The problems of every object, each object looked at once for all rules of this group. */
export interface SchemaPass {
  problemsOf(entry: ObjectEntry): readonly SchemaProblem[];
}

/** For `context.once`: holds each object against its kind when the first rule asks. */
export function schemaPass({ set, target, external }: CheckContext): SchemaPass {
  const definitions = set
    .ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')
    .map(({ object }) => object);
  const crds = new CrdIndex([...definitions, ...external.crds]);
  const known = new Map<ObjectEntry, readonly SchemaProblem[]>();
  const told = new Set<string>();
  const isNew = ({ once }: SchemaProblem): boolean => {
    if (once === undefined) return true;
    if (told.has(once)) return false;
    told.add(once);
    return true;
  };
  return {
    problemsOf(entry) {
      let problems = known.get(entry);
      if (problems === undefined) {
        const found = validateSchema(entry.object, { version: target, crds }).filter(isNew);
        problems = weighProblems(found, entry.object, target);
        known.set(entry, problems);
      }
      return problems;
    },
  };
}
