// Imported first by a test that reads texts.
import texts from "texts:en";
import { english } from "../../../../app/web/texts/language.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";

setTexts(english, texts);
