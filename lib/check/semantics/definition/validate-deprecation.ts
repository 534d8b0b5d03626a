import { byteLength } from '../../../model/names/messages';
import { type ObjectView } from '../object-view';

/** validateDeprecationWarning in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. */
export function validateDeprecation(version: ObjectView): void {
  const warning = version.optionalText('deprecationWarning');
  if (warning === undefined) return;
  const invalid = (detail: string): void => version.invalid('deprecationWarning', detail, { value: warning });
  if (!version.flag('deprecated')) {
    version.invalid('deprecationWarning', 'can only be set for deprecated versions', {
      value: warning,
      help: 'set `deprecated: true` too',
    });
    return;
  }
  if (byteLength(warning) > 256) invalid('must be <= 256 characters long');
  if (warning === '') invalid('must not be an empty string');
  const at = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.exec(warning)?.index;
  if (at === undefined) return;
  const index = byteLength(warning.slice(0, at));
  invalid(
    `must only contain printable UTF-8 characters; non-printable character found at index ${String(index)}`,
  );
}
