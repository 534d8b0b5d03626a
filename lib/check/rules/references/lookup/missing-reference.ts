import { type Severity } from '../../../../diagnostics/diagnostic';
import { type ObjectEntry } from '../../../../model/object-entry';
import { fieldName } from '../../../field-name';
import { type Finding, type OtherPlace } from '../../../finding';
import { objectTitle } from '../../../object-names';
import { type CheckContext, type RuleContext } from '../../../rule-context';
import { namesOf } from './names-of-kind';
import { presenceOf, type Target } from './presence';

/** A field that names another object, and what to say when that is not there. */
export interface Reference {
  /** Of the rule, for the allowance. */
  readonly code: string;
  readonly from: ObjectEntry;
  /** JSON pointer of the name. */
  readonly path: string;
  /** What the object does with it, for the title: `mounts`, `routes to`. */
  readonly verb: string;
  readonly target: Target;
  /** What the cluster does about it. */
  readonly consequences: readonly string[];
  /** Further places of the same object that name it: `variable`, and how many. */
  readonly more?: { readonly count: number; readonly what: string };
  /** Why an object of that name in another namespace is none: "a pod takes Secrets from its own namespace only". */
  readonly ownNamespaceOnly?: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** How the field says a name, where it says more than that: `api.shop.svc.cluster.local`. */
  readonly written?: (name: string) => string;
  /** Help that goes before what is the same for all. */
  readonly help?: readonly string[];
}

/**
 * Reports a reference to an object that nothing provides: with the nearest names, the namespaces that have one of this
 * name, and the line that declares it. Where a program of the set may make it when it runs, that is a warning.
 */
export function reportMissing(reference: Reference, context: RuleContext): void {
  const finding = missingReference(reference, context);
  if (finding !== undefined) context.report(finding);
}

/** The finding of {@link reportMissing}; undefined when the object is there. */
export function missingReference(reference: Reference, context: CheckContext): Finding | undefined {
  const {
    from,
    path,
    verb,
    target,
    more,
    ownNamespaceOnly,
    written = (each: string) => each,
    help = [],
  } = reference;
  const { group, kind, namespace, name } = target;
  const presence = presenceOf(target, context);
  if (presence.is === 'there') return undefined;
  const names = namesOf(context, group, kind);
  const near = names.like(namespace, name);
  const elsewhere = namespace === '' ? [] : names.namespacesOf(name);
  const severity =
    presence.is === 'possible' && reference.severity !== 'info' ? 'warning' : reference.severity;
  return {
    object: from,
    path,
    ...(severity !== undefined && { severity }),
    title: `${objectTitle(from)} ${verb} the ${kind} \`${name}\`, which is not there`,
    label: `${fieldName(path)} is \`${written(name)}\``,
    others: [...nearestPlaces(near, target, context), ...placesElsewhere(elsewhere, target, context)],
    notes: [
      ...(presence.is === 'possible' ? [presence.why] : []),
      ...reference.consequences,
      ...(elsewhere.length === 0
        ? []
        : [
            `there is one in ${inWords(elsewhere)}${ownNamespaceOnly === undefined ? '' : `, but ${ownNamespaceOnly}`}`,
          ]),
      ...(more === undefined || more.count === 0 ? [] : [moreInWords(more, from.kind)]),
    ],
    help: [
      ...near.map((each) => `did you mean \`${written(each)}\`?`),
      ...help,
      declarationHelp(reference.code, from, target),
    ],
  };
}

/** How the patterns name what is made elsewhere. */
const PATTERNS: Readonly<Record<string, string>> = {
  ConfigMap: 'AppConfig.existing',
  Secret: 'AppSecret.existing',
};

/** How to tell that an object is made by something else, with the line to write. */
export function declarationHelp(code: string, from: ObjectEntry, target: Target): string {
  const { group, kind, name } = target;
  const declared = `declare it in kubewright.config.ts, external: { objects: [${declaration(target)}] }`;
  const pattern = group === '' && from.path !== undefined ? PATTERNS[kind] : undefined;
  const ways = [
    ...(pattern === undefined ? [] : [`name it by ${pattern}('${name}')`]),
    declared,
    ...(from.path === undefined ? [] : [`or allow(this, '${code}', '<reason>')`]),
  ];
  return `if something else makes this ${kind}: ${ways.join(', ')}`;
}

function declaration({ group, kind, namespace, name }: Target): string {
  const fields = [
    `kind: '${group === '' ? kind : `${group}/${kind}`}'`,
    ...(namespace === '' ? [] : [`namespace: '${namespace}'`]),
    `name: '${name}'`,
  ];
  return `{ ${fields.join(', ')} }`;
}

function nearestPlaces(
  near: readonly string[],
  { group, kind, namespace }: Target,
  { set }: CheckContext,
): readonly OtherPlace[] {
  return near.flatMap((name) => {
    const entry = set.find(group, kind, namespace, name);
    return entry === undefined
      ? []
      : { entry, path: '/metadata/name', label: `nearest: ${kind} \`${name}\`` };
  });
}

const MOST = 4;

function placesElsewhere(
  namespaces: readonly string[],
  { group, kind, name }: Target,
  { set }: CheckContext,
): readonly OtherPlace[] {
  return namespaces.slice(0, MOST).flatMap((namespace) => {
    const entry = set.find(group, kind, namespace, name);
    return entry === undefined
      ? []
      : { entry, path: '/metadata/namespace', label: `of this name, in \`${namespace}\`` };
  });
}

function inWords(namespaces: readonly string[]): string {
  const shown = namespaces.slice(0, MOST).map((namespace) => `\`${namespace}\``);
  const rest = namespaces.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

function moreInWords({ count, what }: NonNullable<Reference['more']>, kind: string): string {
  return `${count} more ${what}${count === 1 ? '' : 's'} of this ${kind} name${count === 1 ? 's' : ''} it`;
}
