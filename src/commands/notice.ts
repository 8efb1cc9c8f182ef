/** Size of the window in percent of the screen: about 480 × 300 px on a screen of 1366 × 768. */
const SIZE = { height: 40, width: 36 };

/**
 * Shows a page of plain text in a window of its own and waits until she closed it: a function of the ribbon has no other
 * place to say anything. Where the host opens no window, nothing is shown.
 * @param page relative to the commands page
 */
export function showNotice(page: string): Promise<void> {
  const address = new URL(page, window.location.href).href;
  return new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(address, { ...SIZE, displayInIframe: true }, ({ status, value: dialog }) => {
      if (status !== Office.AsyncResultStatus.Succeeded) return resolve();
      // The host closes the window with the page that opened it, so the function lasts as long as the window.
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
    });
  });
}
