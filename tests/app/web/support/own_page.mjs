// The path of a patient's own page, made by whoever is at work in this page.
export const linkTo = (page, chart) =>
  page.evaluate(async (chartNumber) => {
    const me = await (await fetch("/api/v1/me")).json();
    const made = await fetch(`/api/v1/patients/${chartNumber}/link`, {
      method: "POST",
      body: "{}",
      headers: {
        "Content-Type": "application/json",
        "X-Needlebook-Key": me.key,
        "Idempotency-Key": crypto.randomUUID(),
      },
    });
    return (await made.json()).path;
  }, chart);
