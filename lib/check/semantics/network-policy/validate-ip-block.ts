import { cidrErrors, type Cidr, containsNetwork, parseCidrSloppy } from '../../../model/ip/cidr';
import { type ObjectView } from '../object-view';

/** What it was called until 1.29. */
const OLD_WORDS = 'not a valid CIDR';

/** ValidateIPBlock in pkg/apis/networking/validation/validation.go. */
export function validateIpBlock(block: ObjectView): void {
  const text = block.text('cidr');
  if (text === '') {
    block.required('cidr');
    return;
  }
  const isOld = !block.validation.since('1.30');
  const errorsOf = (value: string, cidr: Cidr | undefined): readonly string[] => {
    if (!isOld) return cidrErrors(value, block.validation.version);
    return cidr === undefined ? [OLD_WORDS] : [];
  };
  const cidr = parseCidrSloppy(text);
  block.allInvalid('cidr', errorsOf(text, cidr), { help: cidrHelp(text) });
  if (cidr === undefined) return;
  for (const [index, value] of block.texts('except').entries()) {
    const except = parseCidrSloppy(value);
    block.allInvalid(['except', index], errorsOf(value, except), { value, help: cidrHelp(value) });
    if (except === undefined) {
      if (isOld) return;
    } else if (!containsNetwork(cidr, except) || cidr.bits >= except.bits) {
      block.invalid(['except', index], 'must be a strict subset of `cidr`', { value });
    }
  }
}

/** An address without a length is one address. */
function cidrHelp(text: string): readonly string[] {
  if (text.includes('/')) return [];
  const whole = `${text}/${text.includes(':') ? '128' : '32'}`;
  return parseCidrSloppy(whole) === undefined ? [] : [`for this address alone, write \`${whole}\``];
}
