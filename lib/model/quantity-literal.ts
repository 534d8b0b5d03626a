import { type Quantity } from './quantity';

/** The suffixes of whole units and up, decimal and binary. */
type SizeSuffix = '' | 'k' | 'M' | 'G' | 'T' | 'P' | 'E' | 'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi' | 'Ei';

/**
 * A quantity as one may write it: a number, text such as `'500m'`, `'128Mi'` or `'12e6'`, or a {@link Quantity}.
 *
 * The type refuses what has no known suffix (`'250Mb'`, `'1GB'`). Whatever JavaScript takes for a number passes it
 * (`'0x10'`, `' '`, the `1 ` of `'1 Gi'`), and is refused when the quantity is read.
 */
export type QuantityLiteral = number | `${number}${'n' | 'u' | 'm' | SizeSuffix}` | Quantity;

/**
 * An amount of CPU: cores (`2`, `0.5`, `'1.5'`) or millicores (`'250m'`). Binary and large suffixes do not compile:
 * `'500Mi'` of CPU is half a billion cores.
 */
export type CpuQuantity = number | `${number}${'' | 'm'}` | Quantity;

/**
 * An amount of memory or storage: bytes (`1048576`), or text with a suffix (`'128Mi'`, `'2G'`). The suffix `m` does not
 * compile: `'128m'` of memory is an eighth of a byte.
 */
export type MemoryQuantity = number | `${number}${SizeSuffix}` | Quantity;
