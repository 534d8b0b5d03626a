import { type IConstruct } from 'constructs';
import { PropertyError } from '../property-error';

/**
 * What `read` returns. If it throws, as the readers of the model do with `<property>: <reason>`, the error names
 * the construct as well.
 */
export function readProperty<T>(construct: IConstruct, property: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const prefix = `${property}: `;
    throw new PropertyError(
      construct,
      property,
      `is refused: ${reason.startsWith(prefix) ? reason.slice(prefix.length) : reason}`,
    );
  }
}
