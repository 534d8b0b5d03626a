import { suggest } from '../../../diagnostics/suggest';
import { findKindsByAnyName, findResource, isBuiltInGroup } from '../../../model/kinds';
import { KINDS } from '../../../model/kinds.gen';
import { type CheckContext } from '../../rule-context';
import { countName } from '../demand/object-charge';
import { isExtended, isExtendedInQuota } from '../resource-names';
import { customResources, definedResources } from './custom-resources';

/** Why a quota counts nothing under a name. */
export interface CountsNothing {
  readonly why: string;
  /** Names that may have been meant. */
  readonly meant: readonly string[];
  /** Whether something outside of the set may count it after all. */
  readonly isGuess: boolean;
}

/** What quotas count of the claims of a class. Upstream: `pvcResources`, pkg/quota/v1/evaluator/core. */
const OF_STORAGE_CLASS = ['requests.storage', 'persistentvolumeclaims'];
const STORAGE_CLASS = '.storageclass.storage.k8s.io';
const DEVICE_CLASS = '.deviceclass.resource.k8s.io';

/** OpenShift's API server has evaluators of its own. */
const COUNTED_ELSEWHERE = ['openshift.io'];

/**
 * Why a quota counts nothing by a qualified name (one with a slash); undefined where something may be counted. A name
 * without a slash is refused unless it is known; which classes there are is not looked at here.
 *
 * Upstream: `NewEvaluators` and the `MatchingResources` of each, pkg/quota/v1/evaluator/core; for all other kinds
 * `ObjectCountQuotaResourceNameFor`, k8s.io/apiserver/pkg/quota/v1/generic.
 */
export function countsNothing(name: string, context: CheckContext): CountsNothing | undefined {
  const slash = name.indexOf('/');
  if (slash < 0) return undefined;
  const [domain, rest] = [name.slice(0, slash), name.slice(slash + 1)];
  if (domain === 'count') return countsNoObject(rest, context);
  if (domain.endsWith(STORAGE_CLASS)) {
    return OF_STORAGE_CLASS.includes(rest)
      ? undefined
      : {
          why: `of a storage class only ${OF_STORAGE_CLASS.map(quoted).join(' and ')} are counted`,
          meant: OF_STORAGE_CLASS.map((each) => `${domain}/${each}`),
          isGuess: false,
        };
  }
  if (domain.endsWith(DEVICE_CLASS) && rest === 'devices') return undefined;
  if (COUNTED_ELSEWHERE.includes(domain) || isExtendedInQuota(name, context.target)) return undefined;
  // A limit of an extended resource is its request.
  const bare = name.replace(/^limits\./, '');
  if (isExtended(bare, context.target)) {
    return {
      why: 'what devices and other extended resources pods ask for is counted by `requests.<name>` alone',
      meant: [`requests.${bare}`],
      isGuess: true,
    };
  }
  return { why: 'no part of Kubernetes counts by this name', meant: [], isGuess: true };
}

/** `count/<plural>`, `count/<plural>.<group>` */
function countsNoObject(resource: string, context: CheckContext): CountsNothing | undefined {
  const dot = resource.indexOf('.');
  const [plural, group] = dot < 0 ? [resource, ''] : [resource.slice(0, dot), resource.slice(dot + 1)];
  if (plural === 'events' && (group === '' || group === 'events.k8s.io')) {
    return { why: 'Events are left out of all quotas', meant: [], isGuess: false };
  }
  const builtIn = findResource(group, plural);
  if (builtIn !== undefined) return builtIn.namespaced ? undefined : clusterScoped(resource);
  const custom = customResources(group, context);
  const found = custom.find((each) => each.plural === plural);
  if (found !== undefined) return found.isNamespaced ? undefined : clusterScoped(resource);
  if (group === '' || isBuiltInGroup(group)) {
    return {
      why: `${group === '' ? 'the core group' : `the group ${quoted(group)}`} has no resource ${quoted(plural)}`,
      meant: resourcesLike(plural, group),
      isGuess: false,
    };
  }
  const near = suggest(
    plural,
    custom.filter(({ isNamespaced }) => isNamespaced).map((each) => each.plural),
  );
  const ofKind = custom
    .filter(({ kind }) => kind.toLowerCase() === plural.toLowerCase())
    .map((each) => each.plural);
  const meant = [...new Set([...ofKind, ...near])].map((each) => countName(group, each));
  // Where nobody tells of what is installed, the absence of a definition says nothing.
  if (meant.length === 0 && context.once(definedResources).size === 0 && custom.length === 0)
    return undefined;
  return { why: `no CustomResourceDefinition that is known makes ${quoted(resource)}`, meant, isGuess: true };
}

function clusterScoped(resource: string): CountsNothing {
  return {
    why: `${quoted(resource)} are in no namespace, and a quota counts what is in its own`,
    meant: [],
    isGuess: false,
  };
}

/** Built-in resources that may be meant by a plural, a kind or a short name: the right ones of other groups first. */
function resourcesLike(plural: string, group: string): readonly string[] {
  const byName = findKindsByAnyName(plural).filter(({ namespaced }) => namespaced);
  const inGroup = byName.filter((each) => each.group === group);
  const infos = inGroup.length > 0 ? inGroup : byName;
  if (infos.length > 0) return infos.map((each) => countName(each.group, each.plural));
  const near = suggest(
    plural,
    KINDS.filter(({ namespaced }) => namespaced).map((each) => each.plural),
  );
  return KINDS.filter(({ namespaced, plural: each }) => namespaced && near.includes(each))
    .map((each) => countName(each.group, each.plural))
    .slice(0, 4);
}

function quoted(text: string): string {
  return `\`${text}\``;
}
