#pragma once
// A language: what makes text of phrases, for whoever renders. It is a value; what it is made of is
// part of the program.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/texts/figures.h"
#include "app/texts/phrase.h"
#include "schema/records/clinic.h"

namespace texts {

struct Lexicon;  // the patterns of a language, each read when it is first used

class Language {
  public:
    std::string_view code() const;       // of HTML's lang: "en"
    std::string_view direction() const;  // of HTML's dir: "ltr" or "rtl"

    // The pattern of this id with the values in the place of its arguments. From right to left,
    // texts, numbers and days are isolated (isolate.h), so that none of them turns round.
    // An id that there is not is its own text, an argument without value its name in braces: both
    // are mistakes of the program, which tests find, and no reason to show nothing.
    std::string text(std::string_view id, const Arguments& values = {}) const;
    std::string text(const Phrase& phrase) const;
    std::string written(const Value& value) const;

    // The same of a whole sentence: one that begins with a phrase begins with a capital.
    std::string sentence(const Phrase& phrase) const;
    // One after the other.
    std::string sentences(const std::vector<Phrase>& phrases) const;

    // "19 Jumada II 1448 AH", the day of the Umm al-Qura calendar; nothing where that calendar does
    // not reach (umm_al_qura.h).
    std::optional<std::string> umm_al_qura(schema::Date day) const;

    bool has(std::string_view id) const;

    // The same language with the digits that the clinic chose; only Arabic has a choice.
    Language in(schema::Digits digits) const;
    // The same without isolating, for what stands by itself.
    Language bare() const;

  private:
    friend std::optional<Language> language_of(std::string_view code);
    explicit Language(const Lexicon& lexicon);

    std::string date(const When& when) const;
    std::string with_unit(const Number& number) const;

    const Lexicon* lexicon_;
    Numerals numerals_;
    bool isolates_;
};

// Of a language that is offered; nothing for any other code.
std::optional<Language> language_of(std::string_view code);

// Their codes, "en" first: those whose texts are complete.
std::vector<std::string_view> languages();

const Language& english();

}  // namespace texts
