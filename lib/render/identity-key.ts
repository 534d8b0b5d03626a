/** What the API server tells objects apart by. The version is no part of it: all versions show one object. */
export interface Identity {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** One string for one identity. No part can hold a slash, so no two identities share a key. */
export function identityKey({ group, kind, namespace, name }: Identity): string {
  return `${group}/${kind}/${namespace}/${name}`;
}
