import type { RibbonButton } from '../ribbon/buttons';
import { RIBBON } from '../ribbon/buttons';
import { panePage } from '../ribbon/opening';
import type { AddInProgram } from '../ribbon/pane-requests';
import { requestUndo, showPane } from '../ribbon/pane-requests';
import { wpsControl, wpsIcon } from '../ribbon/wps-package';

/** The hidden page as its callbacks need it. */
export interface RibbonPage {
  readonly Application?: AddInProgram;
  readonly location: { readonly href: string };
  alert(sentence: string): void;
}

/** A control as WPS hands it over; builds differ in how they write the name. */
export interface RibbonControl {
  readonly Id?: string;
  readonly id?: string;
}

/** The functions ribbon.xml names. Synchronous, and none ever throws: WPS swallows it and the button seems dead. */
export interface RibbonCallbacks {
  OnAddinLoad(): boolean;
  OnAction(control: RibbonControl): boolean;
  /** Path of the icon, relative to the package. */
  GetImage(control: RibbonControl): string;
}

const NO_PANE =
  '这次没有撤销，工作簿没有改动。写入以前的内容由自评助手的窗格记着，窗格现在没有开着。要去掉写好的表，点“报告正文”，再点“删除全部自评表”。';
const NOT_OPENED = '自评助手的窗格没有打开，工作簿没有改动。请完全退出 WPS 再打开一次；还是这样，请管理员重新安装。';

export function ribbonCallbacks(page: RibbonPage): RibbonCallbacks {
  return {
    OnAddinLoad: () => true,
    OnAction: (control) => {
      const button = buttonOf(control);
      try {
        if (button) press(page, button);
      } catch {
        page.alert(NOT_OPENED);
      }
      return true;
    },
    GetImage: (control) => {
      const button = buttonOf(control);
      return button ? wpsIcon(button) : '';
    },
  };
}

function press(page: RibbonPage, { action }: RibbonButton): void {
  const { Application: program } = page;
  if (!program) throw new Error('no program');
  if (action.type === 'run') return requestUndo(program, () => page.alert(NO_PANE));
  showPane(program, action.opening, beside(page.location.href, panePage(action.opening)), RIBBON.group.chinese);
}

function buttonOf({ Id, id }: RibbonControl): RibbonButton | undefined {
  return RIBBON.buttons.find((button) => wpsControl(button) === (Id ?? id));
}

/** The address of a file that lies beside a page. */
function beside(href: string, file: string): string {
  const page = href.replace(/[?#].*$/, '');
  return page.slice(0, page.lastIndexOf('/') + 1) + file;
}
