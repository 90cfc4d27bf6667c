// The file that a patient takes home: what the program wrote into it (app/report/patient_file.cpp), drawn by the parts
// of the pages, in the patient's language and, at a touch, in the other.
import "../style/tokens.css";
import "../style/fonts.css";
import "../style/base.css";
import "../chart/chart.css";
import "../style/parts.css";
import "../style/look.css";
import "../style/app.css";
import "../style/people.css";
import "../style/report.css";
import "../style/photos.css";
import "../style/own.css";
import "../style/arabic.css";
import { render } from "preact";
import { useState } from "preact/hooks";
import { languageOf, type Digits } from "../texts/language.ts";
import { setTexts, t, type Catalogue } from "../texts/texts.ts";
import { FilePage } from "./file_page.tsx";
import { LockedFile } from "./locked_file.tsx";
import { isLocked, openFile, type FileData, type Opened } from "./opened.ts";

const textsOf = (code: string): Catalogue =>
  JSON.parse(document.querySelector(`[data-texts="${code}"]`)?.textContent ?? "{}") as Catalogue;

function inLanguage(code: string, digits: Digits): void {
  const language = languageOf(code, digits);
  setTexts(language, textsOf(code));
  document.documentElement.lang = language.code;
  document.documentElement.dir = language.direction;
}

const other = { en: "ar", ar: "en" } as const;
type Code = keyof typeof other;

function Damaged() {
  return (
    <>
      <h1>{t("file.damaged")}</h1>
      <p>{t("file.damaged_try")}</p>
    </>
  );
}

interface FileProps {
  data: FileData | null;
  begin: Opened | null;
  language: Code;
}

function File({ data, begin, language: first }: FileProps) {
  const [file, setFile] = useState(begin);
  const [language, setLanguage] = useState(first);
  const next = other[language];
  inLanguage(language, file?.content.view.digits ?? "latn");
  document.title = file ? (file.content.view.names[0] ?? t("file.title")) : "Needlebook";
  return (
    <>
      <p class="actions no-print">
        <button type="button" class="quiet" lang={next} onClick={() => setLanguage(next)}>
          {t("file.language")}
        </button>
      </p>
      {file !== null ? (
        <FilePage key={language} file={file} />
      ) : data !== null && isLocked(data) ? (
        <LockedFile data={data} opened={setFile} />
      ) : (
        <Damaged />
      )}
    </>
  );
}

function dataInPage(): FileData | null {
  try {
    return JSON.parse(document.querySelector("[data-patient-file]")?.textContent ?? "") as FileData;
  } catch {
    return null;
  }
}

async function begin(place: HTMLElement): Promise<void> {
  const data = dataInPage();
  const opening = data === null || isLocked(data) ? null : await openFile(data, "");
  const file = typeof opening === "string" ? null : opening;
  const language = document.documentElement.lang === "ar" ? "ar" : "en";
  render(<File data={data} begin={file} language={language} />, place);
}

const place = document.querySelector("main");
if (place) void begin(place);
