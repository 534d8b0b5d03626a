/**
 * The name of a definition without what all share: `io.k8s.api.core.v1.Pod` is `core.v1.Pod`, and
 * `io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta` is `meta.v1.ObjectMeta`.
 */
export function shortTypeName(definition: string): string {
  return definition.split('.').slice(-3).join('.');
}
