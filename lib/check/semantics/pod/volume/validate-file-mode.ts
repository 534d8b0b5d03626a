import { type ObjectView } from '../../object-view';

/** `mode` and `defaultMode` of files: 0 to 0777. */
export function validateFileMode(
  owner: ObjectView,
  field: string,
  options: { readonly named?: string } = {},
): void {
  const mode = owner.optionalNumber(field);
  if (mode === undefined || (mode >= 0 && mode <= 0o777)) return;
  owner.invalid(field, 'must be a number between 0 and 0777 (octal), both inclusive', {
    ...(options.named !== undefined && { field: options.named }),
    ...(/^[0-7]{3}$/.test(String(mode)) && {
      help: `write \`${field}: 0${String(mode)}\`, which is octal, or ${String(Number.parseInt(String(mode), 8))} in JSON`,
    }),
  });
}
