const STANDARD: ReadonlySet<string> = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/** Whether a finalizer needs no domain before it (IsStandardFinalizerName in pkg/apis/core/helper). */
export function isStandardFinalizer(finalizer: string): boolean {
  return STANDARD.has(finalizer);
}
