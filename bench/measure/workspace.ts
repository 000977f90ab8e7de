import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { WorkspaceDiagnosticReportPartialResult } from 'vscode-languageserver-protocol';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { typing } from '../drafts/typing';
import { Editor } from '../lsp/editor';
import type { ProcessMemory } from '../lsp/process-memory';
import { type Contestant, type Documents, writeDocument } from './contestant';
import { typeKeystroke } from './keystrokes';

/** How a server tells the findings of files that are not open. */
export type WorkspaceWay = 'workspace/diagnostic' | 'command' | 'not offered';

export interface WorkspaceRun {
  readonly way: WorkspaceWay;
  /** Milliseconds from the start of the process until the findings of all reports are known. */
  readonly time: number;
  /** Reports whose findings came. */
  readonly reports: number;
  readonly memory: ProcessMemory | undefined;
  /** Milliseconds from key to findings in an open draft meanwhile. Empty where nobody typed. */
  readonly keystrokes: readonly number[];
}

/** How a server is started on a workspace. */
export interface WorkspaceStart {
  /** How many reports the workspace has. */
  readonly reports: number;
  /** Whether somebody types in the document meanwhile, a key every 100 ms. */
  readonly isTyping: boolean;
  /** What the server is told at its start. */
  readonly initializationOptions: InitializationOptions;
}

/** Starts a server on a workspace, waits for the findings of all reports, and says goodbye to it. */
export async function readWorkspace(
  contestant: Contestant,
  documents: Documents,
  { reports, isTyping, initializationOptions }: WorkspaceStart,
): Promise<WorkspaceRun> {
  const folder = pathToFileURL(documents.folder).href;
  const editor = await Editor.start({ ...contestant.setup(folder), initializationOptions }, folder);
  try {
    const reading = allFindings(editor, reports);
    let isRead = false;
    const end = reading.done.finally(() => {
      isRead = true;
    });
    const typed = isTyping ? typeUntil(() => isRead, contestant, editor, documents) : Promise.resolve([]);
    const known = await end;
    const time = performance.now() - editor.started;
    const keystrokes = await typed;
    // Only then is saved what the next start finds again.
    await editor.server.request('shutdown', undefined);
    return { way: reading.way, time, reports: known, memory: editor.server.memory(), keystrokes };
  } finally {
    await editor.server.stop();
  }
}

/** Asks for all findings in the best way that the server offers. `done` gives how many reports they are of. */
function allFindings(editor: Editor, reports: number): { readonly way: WorkspaceWay; readonly done: Promise<number> } {
  if (editor.capabilities.diagnosticProvider?.workspaceDiagnostics) {
    return { way: 'workspace/diagnostic', done: pullWorkspace(editor, reports) };
  }
  if (editor.capabilities.executeCommandProvider?.commands.includes(CHECK_ALL)) {
    const answer = editor.server.request('workspace/executeCommand', { command: CHECK_ALL, arguments: [] });
    return { way: 'command', done: answer.then(({ result }) => (result as { reports: number }).reports) };
  }
  return { way: 'not offered', done: Promise.resolve(0) };
}

const CHECK_ALL = 'rapporteur.server.checkAll';

/** A server may hold the request open, so it is over as well when all reports have come in parts. */
function pullWorkspace(editor: Editor, reports: number): Promise<number> {
  const token = 'workspace-findings';
  const known = new Set<string>();
  return new Promise((resolve, reject) => {
    const take = (result: unknown) => {
      for (const { uri } of (result as WorkspaceDiagnosticReportPartialResult | null)?.items ?? []) {
        known.add(uri);
      }
      if ([...known].filter((uri) => uri.includes('.report.')).length >= reports) {
        resolve(reports);
      }
    };
    editor.server.on('$/progress', (params) => {
      const progress = params as { token: unknown; value: unknown };
      if (progress.token === token) {
        take(progress.value);
      }
    });
    editor.server
      .request('workspace/diagnostic', { previousResultIds: [], partialResultToken: token })
      .then(({ result }) => {
        take(result);
        resolve(known.size);
      }, reject);
  });
}

/** Milliseconds from one key to the next one, or to the findings where they take longer. */
const KEY_EVERY = 100;

async function typeUntil(
  isOver: () => boolean,
  contestant: Contestant,
  editor: Editor,
  documents: Documents,
): Promise<number[]> {
  const { uri, languageId, text } = await writeDocument(documents, contestant.format);
  editor.open({ uri, languageId, text });
  const times: number[] = [];
  for (const keystroke of typing(text, contestant.format, MOST_KEYSTROKES)) {
    if (isOver()) {
      break;
    }
    const time = await typeKeystroke({ editor, uri }, keystroke);
    times.push(time);
    await sleep(Math.max(0, KEY_EVERY - time));
  }
  return times;
}

const MOST_KEYSTROKES = 1000;
