/** How a volume may be mounted: by one node, by many to read, by many to write, by one pod only. */
export type AccessMode = 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';
