import { type ObjectView } from '../../object-view';

/** Tells of text that has to be there and is empty. */
export function requireText(owner: ObjectView, ...fields: readonly string[]): void {
  for (const field of fields) if (owner.text(field) === '') owner.required(field);
}
