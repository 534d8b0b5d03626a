/** IsValidPortNum in k8s.io/apimachinery/pkg/util/validation; empty for 1 to 65535. */
export function portNumberErrors(port: number): string[] {
  return port >= 1 && port <= 65535 ? [] : ['must be between 1 and 65535, inclusive'];
}
