import { groupBy } from '../../../../model/group-by';
import { objectTitle } from '../../../object-names';
import { type Binding, type Holder } from '../../../storage/bindings';
import { claimKey } from '../../../storage/volume-index';

/** Claims of one template, or a claim of its own, that fare alike: at least one. */
export interface ClaimGroup {
  readonly first: Binding;
  readonly count: number;
  /** Names the claims, for titles: ``claims `data-db-1` to `data-db-2` of StatefulSet `shop/db` ``. */
  readonly subject: string;
}

/** The claims of an object by template. */
export function claimGroups(of: readonly Binding[]): readonly ClaimGroup[] {
  return [...groupBy(of, ({ claim }) => claim.pointer).values()].flatMap((some) => {
    const [first] = some;
    const last = some.at(-1);
    if (first === undefined || last === undefined) return [];
    const { entry, name, template } = first.claim;
    const subject =
      template === undefined
        ? objectTitle(entry)
        : some.length === 1
          ? `claim \`${name}\` of ${objectTitle(entry)}`
          : `claims \`${name}\` to \`${last.claim.name}\` of ${objectTitle(entry)}`;
    return [{ first, count: some.length, subject }];
  });
}

/** ``PersistentVolumeClaim `shop/data` ``, or the claim of a StatefulSet by the same words. */
export function holderInWords(holder: Holder): string {
  return `PersistentVolumeClaim \`${claimKey(holder)}\``;
}
