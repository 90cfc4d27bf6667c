// The worker that keeps the shell on the device (worker/service_worker.ts). A patient's page is put on the home screen
// as itself, not as the clinic's program.
export function keepShell(isPatientsPage: boolean): void {
  if (isPatientsPage) document.querySelector('link[rel="manifest"]')?.remove();
  // Without it the pages work as before, only not while the server is away.
  void navigator.serviceWorker?.register("/service_worker.js", { updateViaCache: "none" }).catch(() => undefined);
}
