/** How findings can be printed. */
export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'markdown'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];
