/**
 * What the server says of the number of a port, 1 to 65535. Empty when it is one.
 *
 * IsValidPortNum in k8s.io/apimachinery/pkg/util/validation.
 */
export function portNumberErrors(value: number): string[] {
  return value >= 1 && value <= 65535 ? [] : ['must be between 1 and 65535, inclusive'];
}
