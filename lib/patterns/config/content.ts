import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Construct } from 'constructs';
import { configKeyErrors } from '../../model/names/config-key';
import { refuseName } from '../manifest/refuse-name';
import { PropertyError } from '../property-error';

/** Text and bytes by key. */
export interface Content {
  readonly text: Readonly<Record<string, string>>;
  readonly binary: Readonly<Record<string, Buffer>>;
}

/** The most that a ConfigMap or Secret holds, in bytes. k8s.io/kubernetes/pkg/apis/core, MaxSecretSize. */
const MAX_BYTES = 1024 * 1024;

/** Collects literals and files into one; what is not UTF-8 stays bytes. */
export function readContent(
  construct: Construct,
  data: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Content {
  const text: Record<string, string> = { ...data };
  const binary: Record<string, Buffer> = {};
  for (const key of [...Object.keys(data), ...Object.keys(files)]) {
    refuseName(construct, 'key of the data', key, configKeyErrors(key));
  }
  for (const [key, path] of Object.entries(files)) {
    const property = `files['${key}']`;
    if (Object.hasOwn(data, key)) {
      throw new PropertyError(construct, property, 'is a key of `data` too', 'give each key once');
    }
    const bytes = readBytes(construct, property, path);
    const decoded = bytes.toString('utf8');
    if (Buffer.from(decoded, 'utf8').equals(bytes)) text[key] = decoded;
    else binary[key] = bytes;
  }
  const size =
    Object.values(text).reduce((sum, value) => sum + Buffer.byteLength(value), 0) +
    Object.values(binary).reduce((sum, value) => sum + value.length, 0);
  if (size > MAX_BYTES) {
    throw new PropertyError(
      construct,
      'data',
      `and files come to ${size} bytes, more than the ${MAX_BYTES} that one object may hold`,
      'split them, or put them on a volume',
    );
  }
  return { text, binary };
}

function readBytes(construct: Construct, property: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PropertyError(
      construct,
      property,
      `names a file that cannot be read: ${reason}`,
      `a path counts from the folder that the program runs in, so this is ${resolve(path)}`,
    );
  }
}
