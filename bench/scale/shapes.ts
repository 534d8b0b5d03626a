import { HOSTILE } from './hostile';
import { LARGE } from './large-objects';
import { type Shape } from './manifests';
import { MASSES } from './masses';

/** Every shape that the check is held to. */
export const SHAPES: readonly Shape[] = [...MASSES, ...HOSTILE, ...LARGE];
