import { type IConstruct } from 'constructs';
import { PropertyError } from '../property-error';

/**
 * Refuses a path that leaves the folder that it counts from.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateLocalDescendingPath
 */
export function refuseEscapingPath(construct: IConstruct, property: string, path: string): void {
  if (path.startsWith('/')) {
    throw new PropertyError(construct, property, `is '${path}'`, 'write a path without a slash before it');
  }
  refuseBackstep(construct, property, path);
}

/**
 * Refuses a path with `..` in it.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validatePathNoBacksteps
 */
export function refuseBackstep(construct: IConstruct, property: string, path: string): void {
  if (!path.split('/').includes('..')) return;
  throw new PropertyError(construct, property, `is '${path}', which steps back`, "write it without '..'");
}

/**
 * Refuses the path of a file that a volume could not write.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateLocalNonReservedPath
 */
export function refuseFilePath(construct: IConstruct, property: string, path: string): void {
  if (path === '') throw new PropertyError(construct, property, 'is empty', 'name the file');
  refuseEscapingPath(construct, property, path);
  if (path.startsWith('..')) {
    throw new PropertyError(
      construct,
      property,
      `is '${path}'`,
      "names with '..' before them are the kubelet's",
    );
  }
}
