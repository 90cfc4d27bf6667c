// Imported first by a test that reads Arabic texts.
import texts from "texts:ar";
import { languageOf } from "../../../../app/web/texts/language.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";

setTexts(languageOf("ar"), texts);
