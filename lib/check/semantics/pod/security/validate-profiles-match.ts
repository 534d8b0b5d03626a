import { goTrimSpace } from '../../../../model/go/strings';
import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';
import { allContainers, type PodScope } from '../pod-scope';
import { APP_ARMOR_CONTAINER, SECCOMP_CONTAINER, SECCOMP_POD } from './profile-annotations';

const LOCALHOST = 'localhost/';
const LONGEST = 4095;

/**
 * That profiles in fields and in the annotations before them agree: validateSeccompAnnotationsAndFields and
 * validateAppArmorAnnotationsAndFieldsMatchOnCreate in pkg/apis/core/validation/validation.go.
 */
export function validateProfilesMatch(scope: PodScope, metadata: ObjectView): void {
  if (!metadata.has('annotations')) return;
  const annotations = metadata.textMap('annotations');
  if (annotations.size === 0) return;
  const spec = scope.spec.in('security-context');
  matchSeccomp(profileOf(spec, 'seccompProfile'), annotations.get(SECCOMP_POD));
  const appArmor = spec.validation.since('1.30') && scope.os !== 'windows';
  const ofPod = appArmor ? profileOf(spec, 'appArmorProfile') : undefined;
  for (const each of allContainers(scope)) {
    const container = each.in('security-context');
    const name = container.text('name');
    matchSeccomp(profileOf(container, 'seccompProfile'), annotations.get(`${SECCOMP_CONTAINER}${name}`));
    const annotation = annotations.get(`${APP_ARMOR_CONTAINER}${name}`);
    if (!appArmor || annotation === undefined) continue;
    const own = profileOf(container, 'appArmorProfile');
    // In a Pod the server writes the annotation into the field (applyAppArmorVersionSkew, pkg/registry/core/pod/strategy.go).
    if (own === undefined && scope.pod !== undefined && isAppArmor(annotation)) continue;
    const named = [...container.named, 'securityContext', 'appArmorProfile'];
    const profile = own ?? ofPod;
    if (profile !== undefined) match(profile.namedAs(named), annotation, APP_ARMOR);
  }
}

interface Words {
  readonly type: string;
  readonly profile: string;
  readonly defaults: readonly string[];
}

const APP_ARMOR: Words = {
  type: 'apparmor type in annotation and field must match',
  profile: 'apparmor profile in annotation and field must match',
  defaults: ['runtime/default'],
};
const SECCOMP: Words = {
  type: 'seccomp type in annotation and field must match',
  profile: 'seccomp profile in annotation and field must match',
  defaults: ['runtime/default', 'docker/default'],
};

function matchSeccomp(profile: ObjectView | undefined, annotation: string | undefined): void {
  if (profile !== undefined && annotation !== undefined) match(profile, annotation, SECCOMP);
}

function match(profile: ObjectView, annotation: string, words: Words): void {
  const help = 'remove the annotation: the field replaces it';
  const type = profile.text('type');
  if (type === 'Localhost') {
    const path = annotation.startsWith(LOCALHOST) ? annotation.slice(LOCALHOST.length) : undefined;
    if (path === undefined) profile.forbidden('type', words.type, { help });
    else if (path !== profile.optionalText('localhostProfile')) {
      profile.forbidden('localhostProfile', words.profile, { help });
    }
    return;
  }
  const agrees =
    (type === 'Unconfined' && annotation === 'unconfined') ||
    (type === 'RuntimeDefault' && words.defaults.includes(annotation)) ||
    (type !== 'Unconfined' && type !== 'RuntimeDefault');
  if (!agrees) profile.forbidden('type', words.type, { help });
}

function profileOf(owner: ObjectView, field: string): ObjectView | undefined {
  return owner.object('securityContext')?.object(field);
}

/** Whether a profile can be made of an annotation (ApparmorFieldForAnnotation in pkg/api/pod/util.go). */
function isAppArmor(annotation: string): boolean {
  if (annotation === 'unconfined' || annotation === 'runtime/default') return true;
  const path = annotation.startsWith(LOCALHOST) ? annotation.slice(LOCALHOST.length) : '';
  return path !== '' && goTrimSpace(path) === path && byteLength(path) <= LONGEST;
}
