import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Overview } from '../../server/src/features/overview';
import { OverviewNotification } from '../../server/src/lsp/protocol';

/** The state of the report in the active editor: roadmap, as-of date, actions covered, deadlines overdue. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('rapporteur.overview', vscode.StatusBarAlignment.Left, 10);
  private readonly overviews = new Map<string, Overview>();
  private readonly disposables: vscode.Disposable[];

  constructor(client: BaseLanguageClient) {
    this.item.name = 'Rapporteur';
    this.item.command = 'rapporteur.showMenu';
    this.disposables = [
      this.item,
      client.onNotification(OverviewNotification, ({ uri, overview }) => {
        const key = vscode.Uri.parse(uri).toString();
        if (overview) {
          this.overviews.set(key, overview);
        } else {
          this.overviews.delete(key);
        }
        this.update();
      }),
      // What a server said that has ended may be wrong by now.
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) {
          this.overviews.clear();
          this.update();
        }
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.overviews.delete(document.uri.toString())),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private update(): void {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const overview = active === undefined ? undefined : this.overviews.get(active);
    if (!overview) {
      this.item.hide();
      return;
    }
    const roadmaps = overview.roadmaps.map((roadmap) => roadmap.id).join(', ') || 'no roadmap';
    const parts =
      overview.draft === undefined
        ? [roadmaps, overview.asOf.day, `${overview.covered} of ${overview.required} actions`]
        : [overview.draft, ...(overview.roadmaps.length > 0 ? [roadmaps] : [])];
    if (overview.overdue > 0) {
      parts.push(`${overview.overdue} overdue`);
    }
    this.item.text = `$(checklist) ${parts.join(' · ')}`;
    this.item.tooltip = tooltipOf(overview);
    this.item.backgroundColor =
      overview.overdue > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.show();
  }
}

const AS_OF_SOURCES: Readonly<Record<Overview['asOf']['from'], string>> = {
  command: 'the command line',
  'as-of': 'the report’s as-of',
  date: 'the report’s date',
  setting: 'the setting',
  today: 'today’s date',
};

function tooltipOf(overview: Overview): vscode.MarkdownString {
  const titles = overview.roadmaps.map((roadmap) => roadmap.title).join(', ');
  if (overview.draft !== undefined) {
    const lines = [`**${overview.draft}**`, ...(titles === '' ? [] : [titles]), 'Click for problems and commands.'];
    return new vscode.MarkdownString(lines.join('\n\n'));
  }
  return new vscode.MarkdownString(
    [
      `**${titles || 'No known roadmap'}**`,
      `As of ${overview.asOf.day} (from ${AS_OF_SOURCES[overview.asOf.from]})`,
      `${overview.covered} of ${overview.required} actions covered`,
      `${overview.overdue} overdue, ${overview.dueSoon} due soon`,
      'Click for problems and commands.',
    ].join('\n\n'),
  );
}
