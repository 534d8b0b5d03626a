/** Stands for the field `metadata.name` of Nodes among their labels, under a key that no label has. */
export const NAME_FIELD = 'field.invalid/metadata.name';
