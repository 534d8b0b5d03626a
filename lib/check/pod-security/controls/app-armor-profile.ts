import { objectField, textMapField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type JsonObject } from '../../../model/json-value';
import { compareKubernetesVersions } from '../../../model/kubernetes-version';
import { goQuote } from '../../../model/go/strings';
import { type Control } from '../control';
import { securityContexts } from '../security-contexts';
import { joinQuoted, settersInWords, sortedSet } from '../wording';

/** Of the annotations that AppArmor profiles were set by before there were fields; the name of a container follows. */
export const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

const ALLOWED_TYPES: readonly unknown[] = ['RuntimeDefault', 'Localhost'];

/** Upstream: `CheckAppArmorProfile`, k8s.io/pod-security-admission/policy/check_appArmorProfile.go. */
export const appArmorProfile: Control = {
  id: 'appArmorProfile',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(metadata, spec, target) {
        const annotations = forbiddenAnnotations(metadata);
        const shown = annotations.map(({ key, value }) => `${key}=${goQuote(value)}`).sort();
        const violations = annotations.map(({ key }) => ({
          pointer: jsonPointer('/metadata/annotations', key),
        }));
        // Older servers have no field for it.
        if (compareKubernetesVersions(target, '1.30') < 0) {
          if (shown.length === 0) return undefined;
          return { reason: reason(shown), detail: shown.join(', '), violations };
        }
        const fields = securityContexts(spec).flatMap(({ container, pointer, context }) => {
          const profile = objectField(context, 'appArmorProfile');
          if (profile === undefined || ALLOWED_TYPES.includes(profile.type)) return [];
          const type = typeof profile.type === 'string' ? profile.type : '';
          const at = `${pointer}/appArmorProfile/type`;
          return container === undefined ? { type, pointer: at } : { type, container, pointer: at };
        });
        if (fields.length + shown.length === 0) return undefined;
        const values = [...sortedSet(fields.map(({ type }) => type)), ...shown];
        const setters = [
          ...(fields.length > 0 ? [settersInWords(fields)] : []),
          ...(shown.length > 0 ? [shown.length === 1 ? 'annotation' : 'annotations'] : []),
        ].join(' and ');
        return {
          reason: reason(values),
          detail: `${setters} must not set AppArmor profile type to ${joinQuoted(values)}`,
          violations: [...fields.map(({ type: _, ...place }) => place), ...violations],
        };
      },
    },
  ],
};

function reason(values: readonly string[]): string {
  return values.length === 1 ? 'forbidden AppArmor profile' : 'forbidden AppArmor profiles';
}

function forbiddenAnnotations(
  metadata: JsonObject | undefined,
): readonly { readonly key: string; readonly value: string }[] {
  return Object.entries(textMapField(metadata, 'annotations'))
    .filter(
      ([key, value]) =>
        key.startsWith(APP_ARMOR_ANNOTATION) && !/^(?:$|runtime\/default$|localhost\/)/.test(value),
    )
    .map(([key, value]) => ({ key, value }));
}
