import { resolve } from 'node:path';
import type * as github from '../../diagnostics/render-github';
import type * as gitlab from '../../diagnostics/render-gitlab';
import type * as json from '../../diagnostics/render-json';
import type * as markdown from '../../diagnostics/render-markdown';
import type * as sarif from '../../diagnostics/render-sarif';
import { TOOL_FINDINGS } from '../../diagnostics/tool-findings';
import { type Report } from '../../diagnostics/report';
import { summaryLine } from '../../diagnostics/summary';
import type * as text from '../../diagnostics/text/render-text';
import { type Rule } from '../../check/rule';
import { readSource as readFile } from '../../source/read-source';
import { type Io, usesColor, type Writer } from '../io';
import { ownVersion } from '../program/own-package';
import { type ReportFormat } from './report-formats';

/** What is printed, and for whom. */
export interface PrintOptions {
  readonly format: ReportFormat;
  readonly rules: readonly Rule[];
  /** Where a finding stands that no file is known for. */
  readonly entryFile?: string;
}

/** Prints findings. Renderers are loaded when they are used. */
export function printReport(report: Report, writer: Writer, io: Io, options: PrintOptions): void {
  writer.write(render(report, writer, io, options));
}

function render(report: Report, writer: Writer, io: Io, { format, rules, entryFile }: PrintOptions): string {
  const entry = entryFile === undefined ? {} : { entryFile };
  const readSource = (file: string): string | undefined => readFile(resolve(io.cwd, file));
  switch (format) {
    case 'text': {
      const { renderText } = module.require('../../diagnostics/text/render-text') as typeof text;
      if (report.diagnostics.length === 0) return `${summaryLine(report)}\n`;
      return renderText(report, {
        readSource,
        colour: usesColor(writer, io.env),
        ...(writer.isTTY === true && writer.columns !== undefined && { width: writer.columns }),
      });
    }
    case 'json':
      return (module.require('../../diagnostics/render-json') as typeof json).renderJson(report);
    case 'sarif': {
      const { renderSarif } = module.require('../../diagnostics/render-sarif') as typeof sarif;
      return renderSarif(report, { version: ownVersion(), rules: [...rules, ...TOOL_FINDINGS], ...entry });
    }
    case 'github':
      return (module.require('../../diagnostics/render-github') as typeof github).renderGithub(report);
    case 'gitlab':
      return (module.require('../../diagnostics/render-gitlab') as typeof gitlab).renderGitlab(report, entry);
    case 'markdown': {
      const { renderMarkdown } = module.require('../../diagnostics/render-markdown') as typeof markdown;
      return renderMarkdown(report, { readSource });
    }
  }
}
