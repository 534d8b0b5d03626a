import { compareStrings } from '../compare-strings';

/**
 * Orders file paths as `kubectl apply -R -f` reads them: `filepath.Walk` sorts the names of each folder by
 * byte and descends where a folder stands among them (cli-runtime, pkg/resource/visitor.go,
 * ExpandPathsToFileVisitors). So `a/x` comes before `a.yaml`, which comparing the whole paths would get wrong.
 */
export function compareWalkOrder(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = compareStrings(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
