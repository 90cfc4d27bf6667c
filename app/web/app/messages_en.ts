// Everything the pages say, in English: a file for each page, and what all of them share.
import { access } from "./messages_en/access.ts";
import { care } from "./messages_en/care.ts";
import { chart } from "./messages_en/chart.ts";
import { frame } from "./messages_en/frame.ts";
import { imports } from "./messages_en/import.ts";
import { ledger } from "./messages_en/ledger.ts";
import { observe } from "./messages_en/observe.ts";
import { outcomes } from "./messages_en/outcomes.ts";
import { own } from "./messages_en/own.ts";
import { patient } from "./messages_en/patient.ts";
import { patients } from "./messages_en/patients.ts";
import { people } from "./messages_en/people.ts";
import { records } from "./messages_en/records.ts";
import { report } from "./messages_en/report.ts";
import { session } from "./messages_en/session.ts";
import { settings } from "./messages_en/settings.ts";
import { signIn } from "./messages_en/sign_in.ts";
import { today } from "./messages_en/today.ts";

export const messages = {
  ...frame,
  ...today,
  ...patients,
  ...patient,
  ...session,
  ...observe,
  ...care,
  ...chart,
  ...report,
  ...own,
  ...outcomes,
  ...ledger,
  ...imports,
  ...settings,
  ...signIn,
  ...people,
  ...records,
  ...access,
};
