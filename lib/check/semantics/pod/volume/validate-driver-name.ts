import { goToLower } from '../../../../model/go/strings';
import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';

/** `driver` of a volume: ValidateCSIDriverName in pkg/apis/core/validation/validation.go. */
export function validateDriverName(source: ObjectView): void {
  const driver = source.text('driver');
  if (driver === '') {
    source.required('driver');
    if (source.validation.since('1.35')) return;
  }
  if (byteLength(driver) > 63) source.tooLong('driver', 63);
  source.allInvalid('driver', dns1123SubdomainErrors(goToLower(driver)), { value: driver });
}
