const MOST = 2 ** 31 - 1;

/** IsValidUserID and IsValidGroupID in k8s.io/apimachinery/pkg/util/validation; empty when it is one. */
export function idErrors(id: number): string[] {
  return id >= 0 && id <= MOST ? [] : [`must be between 0 and ${String(MOST)}, inclusive`];
}
