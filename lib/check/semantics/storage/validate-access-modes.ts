import { type ObjectView } from '../object-view';

const MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

/** The access modes of a volume or a claim, which the server judges alike, naming the list and not the item. */
export function validateAccessModes(spec: ObjectView): void {
  const modes = spec.texts('accessModes');
  modes.forEach((mode, index) => {
    if (!MODES.includes(mode)) {
      spec.notSupported('accessModes', MODES, { value: mode, at: ['accessModes', index] });
    }
  });
  const known = modes.filter((mode) => MODES.includes(mode));
  if (known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod')) {
    spec.forbidden('accessModes', 'may not use ReadWriteOncePod with other access modes', {
      help: 'write `ReadWriteOncePod` alone, or leave it out',
    });
  }
}
