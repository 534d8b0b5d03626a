import { editDistance } from '../../../diagnostics/edit-distance';
import { groupOf, parseApiVersion } from '../../../model/api-version';
import { type ProblemLog } from '../problem-log';
import { type CrdIndex, type CustomKind, type CustomVersion } from './crd-index';

/** More edits than a slip of the finger are another kind, which another chart may define. */
const SLIP = 2;

/**
 * The version of a custom kind that an object is of; reports a version that the definition does not serve or calls
 * deprecated.
 */
export function checkCustomVersion(
  log: ProblemLog,
  apiVersion: string,
  custom: CustomKind,
): CustomVersion | undefined {
  const { version } = parseApiVersion(apiVersion);
  const found = custom.versions.find(({ name, served }) => name === version && served);
  if (found === undefined) reportVersion(log, apiVersion, custom);
  else if (found.deprecated) reportDeprecated(log, apiVersion, custom);
  return found;
}

/** Reports a kind that is nearly one that the group has. */
export function checkCustomKind(log: ProblemLog, apiVersion: string, kind: string, crds: CrdIndex): void {
  const group = groupOf(apiVersion);
  const near = crds
    .inGroup(group)
    .find((other) => editDistance(other.kind.toLowerCase(), kind.toLowerCase(), SLIP) <= SLIP);
  if (near === undefined) return;
  log.add(
    'unknown-kind',
    {
      says: `has the unknown kind \`${kind}\` in \`${apiVersion}\``,
      label: `kind is ${kind}`,
      help: [`did you mean \`kind: ${near.kind}\`?`],
    },
    'kind',
  );
}

function reportVersion(log: ProblemLog, apiVersion: string, custom: CustomKind): void {
  const served = servedVersions(custom).map((name) => `\`apiVersion: ${custom.group}/${name}\``);
  const [last] = served;
  log.add(
    'unknown-kind',
    {
      says: `is of \`${apiVersion} ${custom.kind}\`, a version that its CustomResourceDefinition does not serve`,
      label: `apiVersion is ${apiVersion}`,
      help: [
        last === undefined
          ? 'serve a version in the CustomResourceDefinition: `served: true`'
          : `write ${served.join(' or ')}`,
      ],
    },
    'apiVersion',
  );
}

function reportDeprecated(log: ProblemLog, apiVersion: string, custom: CustomKind): void {
  const others = custom.versions
    .filter(({ served, deprecated }) => served && !deprecated)
    .map(({ name }) => name);
  log.add(
    'deprecated-kind',
    {
      says: `is of \`${apiVersion} ${custom.kind}\`, which its CustomResourceDefinition calls deprecated`,
      label: `apiVersion is ${apiVersion}`,
      help: [
        others.length === 0
          ? 'plan to do without it'
          : `write ${others.map((name) => `\`apiVersion: ${custom.group}/${name}\``).join(' or ')}`,
      ],
    },
    'apiVersion',
  );
}

function servedVersions(custom: CustomKind): string[] {
  return custom.versions.filter(({ served }) => served).map(({ name }) => name);
}
