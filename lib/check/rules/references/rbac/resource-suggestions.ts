import { suggest } from '../../../../diagnostics/suggest';
import { type KindInfo } from '../../../../model/kind-info';
import { findKindsByAnyName, findResource } from '../../../../model/kinds';
import { KINDS } from '../../../../model/kinds.gen';

/** A resource that may have been meant. */
export interface ResourceSuggestion {
  readonly group: string;
  readonly resource: string;
}

/** More help nobody. */
const MOST = 4;

/**
 * What may have been meant by a resource that is in none of the groups: best first, those of the groups before
 * those of others.
 */
export function suggestResources(resource: string, groups: readonly string[]): readonly ResourceSuggestion[] {
  const [plural = '', ...rest] = resource.split('/');
  const subresource = rest.join('/');
  const owners = groups.flatMap((group) => findResource(group, plural) ?? []);
  if (rest.length > 0 && owners.length > 0)
    return owners.flatMap((info) => subresourcesLike(info, subresource));
  const suffix = rest.length === 0 ? '' : `/${subresource}`;
  const fits = (info: KindInfo): boolean => suffix === '' || Object.hasOwn(info.subresources, subresource);
  const all = plausible(plural, groups).filter(fits);
  return all.slice(0, MOST).map((info) => ({ group: info.group, resource: `${info.plural}${suffix}` }));
}

function plausible(plural: string, groups: readonly string[]): readonly KindInfo[] {
  const isIn = ({ group }: KindInfo): boolean => groups.includes(group);
  const byName = findKindsByAnyName(plural);
  const inGroups = byName.filter(isIn);
  if (inGroups.length > 0) return inGroups;
  const like = suggest(
    plural,
    KINDS.filter(isIn).map((info) => info.plural),
  ).flatMap((name) => KINDS.filter((info) => isIn(info) && info.plural === name));
  // The right name in the wrong group goes before a likeness of names.
  return [...byName, ...like.filter((info) => !byName.includes(info))];
}

function subresourcesLike(info: KindInfo, subresource: string): readonly ResourceSuggestion[] {
  const known = Object.keys(info.subresources);
  const like = subresource === '*' ? known : suggest(subresource, known);
  return like.map((name) => ({ group: info.group, resource: `${info.plural}/${name}` }));
}
