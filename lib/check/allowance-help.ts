import { type ObjectEntry } from '../model/object-entry';

/**
 * How to accept a finding that is right to ignore, for `help`: ``if an operator creates these pods:
 * allow(this, 'K301', '<reason>')``. For objects that no construct made, by the configuration.
 *
 * @param when When it is right: "an operator creates these pods".
 * @param declaration What to declare in `external` instead, where that is possible.
 */
export function allowanceHelp(code: string, entry: ObjectEntry, when: string, declaration: string): string {
  return entry.path === undefined
    ? `if ${when}: declare it in kubewright.config.ts, external: { objects: [${declaration}] }`
    : `if ${when}: allow(this, '${code}', '<reason>')`;
}
