// What one tab of this browser tells the others: that somebody is here, and that another person's turn began.
export type TabNews = "used" | "turn";

let opened: BroadcastChannel | null = null;
const channel = (): BroadcastChannel => (opened ??= new BroadcastChannel("needlebook"));

export const tellTabs = (news: TabNews): void => channel().postMessage(news);

export function onTab(news: TabNews, run: () => void): void {
  channel().addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.data === news) run();
  });
}
