import { editDistance } from '../../diagnostics/edit-distance';
import { suggest } from '../../diagnostics/suggest';
import { formatApiVersion, groupOf } from '../../model/api-version';
import { type JsonObject } from '../../model/json-value';
import { type KindInfo } from '../../model/kind-info';
import {
  findKind,
  findKindsByAnyName,
  findKnownKind,
  isBuiltInGroup,
  isEnabledByDefault,
  isServedIn,
  kindsServed,
  type KnownKind,
  listItemKind,
  preferredApiVersion,
  subresourcesTaking,
} from '../../model/kinds';
import {
  compareKubernetesVersions,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from '../../model/kubernetes-version';
import { findRemovedKind } from '../../model/removed-kinds';
import { type ProblemLog } from './problem-log';
import { findKindSchema, type KindSchema } from './table';

/**
 * The schema of a built-in object; reports an `apiVersion` and `kind` that are missing, misspelled, not of the
 * target version or deprecated. Undefined where there is no built-in schema for it: custom resources, or problems.
 */
export function checkKind(
  log: ProblemLog,
  object: JsonObject,
  version: KubernetesVersion,
): KindSchema | undefined {
  const apiVersion = readName(log, object, 'apiVersion', 'v1');
  const kind = readName(log, object, 'kind', 'Pod');
  if (apiVersion === undefined || kind === undefined) {
    if (kind !== undefined) checkCasing(log, kind, version);
    return undefined;
  }
  const known = findKnownKind(apiVersion, kind);
  if (known !== undefined) return checkServed(log, known, version);
  const removed = findRemovedKind(apiVersion, kind);
  if (removed !== undefined) {
    const { removedIn, replacement } = removed;
    notServed(log, `${apiVersion} ${kind}`, version, `it was removed in Kubernetes ${removedIn}`, [
      replacement === undefined
        ? 'remove the object: nothing replaces it'
        : `write \`apiVersion: ${replacement.apiVersion}\``,
    ]);
    return undefined;
  }
  checkUnknown(log, apiVersion, kind, version);
  return undefined;
}

/** The text of `apiVersion` or `kind`; reports that it is missing or no text. */
function readName(log: ProblemLog, object: JsonObject, field: string, example: string): string | undefined {
  const value = object[field];
  if (typeof value === 'string' && value !== '') return value;
  const slip = Object.keys(object).find(
    (name) => name.toLowerCase() === field.toLowerCase() && name !== field,
  );
  if (slip !== undefined) {
    log.add(
      'unknown-kind',
      {
        says: `has \`${slip}\` in place of \`${field}\``,
        label: `${slip} is no field`,
        help: [`write \`${field}\`: names of fields tell upper from lower case`],
      },
      slip,
    );
    return undefined;
  }
  const wrong = (value ?? null) !== null && value !== '';
  log.add(
    'unknown-kind',
    {
      says: wrong ? `has no text in \`${field}\`` : `has no \`${field}\``,
      label: wrong ? `${field} is no text` : `${field} is missing`,
      help: [`add \`${field}\`, such as \`${field}: ${example}\``],
    },
    field,
  );
  return undefined;
}

function checkServed(
  log: ProblemLog,
  { apiVersion, info, version: range }: KnownKind,
  version: KubernetesVersion,
): KindSchema | undefined {
  const { kind } = info;
  const schema = findKindSchema(apiVersion, kind);
  const name = `${apiVersion} ${kind}`;
  if (!isServedIn(range, version)) {
    const early = compareKubernetesVersions(version, range.since) < 0;
    const instead = preferredApiVersion(info, version);
    const next =
      range.until === undefined
        ? undefined
        : KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.indexOf(range.until) + 1];
    notServed(
      log,
      name,
      version,
      early ? `it came with Kubernetes ${range.since}` : `it was removed in Kubernetes ${String(next)}`,
      instead !== undefined
        ? [`write \`apiVersion: ${instead}\``]
        : [
            early
              ? `set the target version to ${range.since} or later`
              : (replacementHelp(schema) ?? 'remove the object'),
          ],
    );
    return undefined;
  }
  if (!isEnabledByDefault(apiVersion)) {
    const instead = preferredApiVersion(info, version);
    log.add(
      'kind-off-by-default',
      {
        says: `is of \`${name}\`, which a cluster serves only where it was switched on`,
        label: `apiVersion is ${apiVersion}`,
        notes: [
          `alpha and beta APIs are off until \`kube-apiserver --runtime-config=${apiVersion}=true\` says otherwise`,
        ],
        help: [
          instead !== undefined && instead !== apiVersion && isEnabledByDefault(instead)
            ? `write \`apiVersion: ${instead}\``
            : 'see that the cluster serves it: `kubectl api-resources`',
        ],
      },
      'apiVersion',
    );
  } else if (schema?.deprecatedIn !== undefined && minor(schema.deprecatedIn) <= minor(version)) {
    log.add(
      'deprecated-kind',
      {
        says: `is of \`${name}\`, which is deprecated since Kubernetes ${schema.deprecatedIn}`,
        label: `apiVersion is ${apiVersion}`,
        notes: schema.removedIn === undefined ? [] : [`it is removed in Kubernetes ${schema.removedIn}`],
        help: [replacementHelp(schema) ?? 'plan to do without it'],
      },
      'apiVersion',
    );
  }
  return schema;
}

function replacementHelp(schema: KindSchema | undefined): string | undefined {
  if (schema?.replacement === undefined) return undefined;
  const { apiVersion, kind } = schema.replacement;
  return `use \`apiVersion: ${apiVersion}\`, \`kind: ${kind}\``;
}

function notServed(
  log: ProblemLog,
  name: string,
  version: KubernetesVersion,
  note: string,
  help: readonly string[],
): void {
  log.add(
    'kind-not-served',
    {
      says: `is of \`${name}\`, which Kubernetes ${version} does not serve`,
      label: `apiVersion is ${name.replace(/ .*/, '')}`,
      notes: [note],
      help,
    },
    'apiVersion',
  );
}

function checkUnknown(log: ProblemLog, apiVersion: string, kind: string, version: KubernetesVersion): void {
  const group = groupOf(apiVersion);
  if (kind === 'List' && apiVersion === 'v1') return;
  if (listItemKind(apiVersion, kind) !== undefined) return;
  const [subresource] = subresourcesTaking(apiVersion, kind);
  if (subresource !== undefined) {
    unknown(log, 'kind', `is of \`${apiVersion} ${kind}\`, which is no object`, `kind is ${kind}`, [
      `it is sent to \`${subresource}\` and cannot be applied; take it out of the manifests`,
    ]);
    return;
  }
  const inGroup = findKind(group, kind);
  if (inGroup !== undefined) {
    unknownVersion(log, apiVersion, inGroup, version);
    return;
  }
  const slip = nearGroup(group, kind, version);
  if (isBuiltInGroup(group)) checkCasing(log, kind, version, apiVersion);
  else if (slip !== undefined || !group.includes('.')) {
    unknown(log, 'apiVersion', `is of the unknown API group \`${group}\``, `apiVersion is ${apiVersion}`, [
      slip === undefined
        ? `write the \`apiVersion\` that serves the kind ${kind}: \`kubectl api-resources\` lists them`
        : `write \`apiVersion: ${slip}\``,
    ]);
  }
}

function unknownVersion(
  log: ProblemLog,
  apiVersion: string,
  info: KindInfo,
  version: KubernetesVersion,
): void {
  const served = info.versions
    .filter((candidate) => isServedIn(candidate, version))
    .map((candidate) => formatApiVersion(info.group, candidate.version));
  unknown(
    log,
    'apiVersion',
    `is of \`${apiVersion} ${info.kind}\`, which no Kubernetes serves`,
    `apiVersion is ${apiVersion}`,
    served[0] === undefined ? ['remove the object'] : [`write \`apiVersion: ${served[0]}\``],
  );
}

/** Reports a kind that the group does not have, with the nearest of it, or the group that has it. */
function checkCasing(log: ProblemLog, kind: string, version: KubernetesVersion, apiVersion?: string): void {
  const served = kindsServed(version);
  const exact = served.filter(({ info }) => info.kind === kind);
  if (apiVersion === undefined && exact.length > 0) return;
  const help: string[] = [];
  const [home] = exact;
  if (home !== undefined) help.push(`write \`apiVersion: ${home.apiVersion}\``);
  else {
    const group = groupOf(apiVersion ?? '');
    const named = findKindsByAnyName(kind).filter((info) => preferredApiVersion(info, version) !== undefined);
    const [best] = [...named.filter((info) => info.group === group), ...named];
    const names = served
      .filter(({ info }) => apiVersion === undefined || info.group === group)
      .map(({ info }) => info.kind);
    const near = best === undefined ? nearest(kind, names) : [best.kind];
    const other = best === undefined || best.group === group ? undefined : preferredApiVersion(best, version);
    const also = other === undefined || apiVersion === undefined ? '' : ` and \`apiVersion: ${other}\``;
    if (near.length === 1) help.push(`write \`kind: ${near.join('')}\`${also}`);
    else if (near.length > 1 && apiVersion !== undefined)
      help.push(`did you mean ${near.map((name) => `\`${name}\``).join(', ')}?`);
    // A kind of whoever else: without its group nothing is known of it.
    else if (apiVersion === undefined) return;
    else help.push('`kubectl api-resources` lists the kinds of a cluster');
  }
  const where = apiVersion === undefined ? '' : ` in \`${apiVersion}\``;
  unknown(log, 'kind', `has the unknown kind \`${kind}\`${where}`, `kind is ${kind}`, help);
}

/** One where it is a slip of the finger away, else all that are near. */
function nearest(kind: string, names: readonly string[]): readonly string[] {
  const near = suggest(kind, names);
  const [best] = near;
  return best !== undefined && editDistance(kind, best, 1) <= 1 ? [best] : near;
}

/** Domains that people take for that of Kubernetes; those of `x-k8s.io` are of its special interest groups. */
const OF_KUBERNETES = /(?:^|\.)(?:k8s|kubernetes)(?:\.|$)/;

/** The `apiVersion` of a built-in kind whose group is spelled nearly so. */
function nearGroup(group: string, kind: string, version: KubernetesVersion): string | undefined {
  const homes = kindsServed(version).filter(({ info }) => info.kind === kind && info.group !== '');
  return homes.find(({ info }) => {
    const [label = ''] = info.group.split('.');
    return (
      editDistance(group, info.group, 2) <= 2 ||
      group === label ||
      (OF_KUBERNETES.test(group) && group.startsWith(`${label}.`)) ||
      (!group.includes('.') && editDistance(group, label, 2) <= 2)
    );
  })?.apiVersion;
}

function unknown(log: ProblemLog, field: string, says: string, label: string, help: readonly string[]): void {
  log.add('unknown-kind', { says, label, help }, field);
}

function minor(release: string): number {
  return Number(release.slice(release.indexOf('.') + 1));
}
