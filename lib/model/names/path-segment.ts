/**
 * What the server says of a name that need only fit into a URL, the rule for RBAC objects:
 * `system:node`. Anything but `.`, `..` and names with `/` or `%`. Empty when it is one.
 *
 * IsValidPathSegmentName in k8s.io/apimachinery/pkg/api/validation/path. The server holds every
 * object's name against it, after the rule of its kind (BeforeCreate in
 * k8s.io/apiserver/pkg/registry/rest).
 */
export function pathSegmentErrors(value: string): string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`];
  if (!/[/%]/.test(value)) return [];
  return ['/', '%'].filter((char) => value.includes(char)).map((char) => `may not contain '${char}'`);
}
