import { configKeyErrors } from './config-key';
import { dns1035LabelErrors } from './dns1035-label';
import { dns1123LabelErrors } from './dns1123-label';
import { dns1123SubdomainErrors } from './dns1123-subdomain';
import { tooLong } from './messages';
import { pathSegmentErrors } from './path-segment';

/** The forms that the names of objects take. */
export type NameForm = 'dns-subdomain' | 'dns-label' | 'dns-1035-label' | 'path-segment' | 'config-key';

/** What the name of an object of some kind has to be like. */
export interface NameRule {
  readonly form: NameForm;
  /** The most characters that the server takes. Undefined where the form sets no limit. */
  readonly maxLength: number | undefined;
  /**
   * A smaller limit, where a longer name is taken for the object and fails elsewhere, and where it
   * does.
   */
  readonly practicalLimit?: { readonly maxLength: number; readonly why: string };
  /** What the server says of `metadata.name`; empty when it takes it. */
  errors(name: string): string[];
  /**
   * What the server says of `metadata.generateName`, and of the names made from it: the first 58
   * characters and 5 random ones. Empty when it takes them.
   */
  generateNameErrors(prefix: string): string[];
}

const MAX_GENERATED_BASE = 58;
const RANDOM_LENGTH = 5;

const LIMITS: Readonly<Record<NameForm, number | undefined>> = {
  'dns-subdomain': 253,
  'dns-label': 63,
  'dns-1035-label': 63,
  'config-key': 253,
  'path-segment': undefined,
};

/** maskTrailingDash of apimachinery: what follows a final dash makes it valid. The letter before goes. */
function masked(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}

/** Makes the rule of a form. `unit` is what its messages count in. */
export function nameRule(
  form: NameForm,
  options: Pick<NameRule, 'practicalLimit'> & { maxLength?: number; unit?: 'characters' | 'bytes' } = {},
): NameRule {
  const { unit = 'characters', maxLength, ...rest } = options;
  const forms: Readonly<Record<NameForm, (name: string) => string[]>> = {
    'dns-subdomain': (name) => dns1123SubdomainErrors(name, unit),
    'dns-label': dns1123LabelErrors,
    'dns-1035-label': dns1035LabelErrors,
    'config-key': configKeyErrors,
    'path-segment': pathSegmentErrors,
  };
  const check = forms[form];
  const lengthErrors = (length: number): string[] =>
    maxLength !== undefined && length > maxLength ? [tooLong(maxLength)] : [];
  return Object.freeze({
    form,
    maxLength: maxLength ?? LIMITS[form],
    ...rest,
    errors: (name: string) =>
      name === '' ? ['name or generateName is required'] : [...check(name), ...lengthErrors(name.length)],
    generateNameErrors: (prefix: string) => [
      ...check(form.startsWith('dns') ? masked(prefix) : prefix),
      ...lengthErrors(Math.min(prefix.length, MAX_GENERATED_BASE) + RANDOM_LENGTH),
    ],
  });
}
