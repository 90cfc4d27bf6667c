// Every page of the clinic, of one patient of the demo.
const patient = "/patients/D-001";

export const clinicPages = {
  today: "/",
  patients: "/patients",
  patient,
  visit: `${patient}/visit`,
  visitSession: `${patient}/visit#session`,
  visitAftercare: `${patient}/visit#aftercare`,
  acne: `${patient}/observe?what=acne`,
  scars: `${patient}/observe?what=scars`,
  marks: `${patient}/observe?what=pigmentation`,
  condition: `${patient}/observe?what=condition`,
  questionnaire: `${patient}/observe?what=questionnaire`,
  aftercare: `${patient}/aftercare`,
  photos: `${patient}/photos`,
  compare: `${patient}/compare`,
  report: `${patient}/report`,
  outcomes: "/outcomes",
  rating: "/rating",
  lots: "/lots",
  import: "/import",
  ledger: "/ledger",
  settings: "/settings",
  consentForms: "/settings?part=consents",
  design: "/design",
  nowhere: "/no/such/page",
};
