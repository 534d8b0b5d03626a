import { type Severity } from '../diagnostic';

/** What a piece of the report is, as far as its looks go. */
export type Role = Severity | 'title' | 'frame' | 'secondary' | 'note' | 'help' | 'plain';

/** Gives a piece of text the looks of its role. */
export type Paint = (role: Role, text: string) => string;

/** Select Graphic Rendition parameters (ECMA-48): bold, and colours that show on dark and on light ground. */
const SGR: Readonly<Record<Role, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  title: '1',
  frame: '1;34',
  secondary: '1;34',
  note: '1',
  help: '1;32',
  plain: '',
};

/** Paints with the colours of a terminal. */
export const colour: Paint = (role, text) =>
  text === '' || SGR[role] === '' ? text : `\u001b[${SGR[role]}m${text}\u001b[0m`;

/** Paints nothing. */
export const monochrome: Paint = (_role, text) => text;
