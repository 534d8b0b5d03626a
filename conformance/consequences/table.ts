import { CAPACITY } from './capacity';
import { type Table } from './consequence';
import { REFERENCES } from './references';
import { RENDERING } from './rendering';

/** What the cluster does with the examples of each rule of {@link GROUPS}. */
export const TABLE: Table = { ...REFERENCES, ...CAPACITY, ...RENDERING };

/** The groups whose rules tell what a cluster would do with the whole set. */
export const GROUPS: readonly string[] = ['references', 'capacity', 'rendering'];
