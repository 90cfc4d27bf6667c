#include "app/texts/language.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include "app/texts/isolate.h"
#include "app/texts/message.h"
#include "app/texts/table.h"
#include "app/texts/umm_al_qura.h"
#include "app/texts/units.h"

namespace texts {

namespace {

using Kind = MessagePiece::Kind;

struct Entry {
    std::once_flag once;
    Message message;
};

bool is_one(const Number& number) {
    return figure(number.value < 0 ? -number.value : number.value, number.decimals) == "1";
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

}  // namespace

struct Lexicon {
    explicit Lexicon(const Catalogue& of)
        : catalogue(of),
          is_rtl(icu::Locale(std::string(of.code).c_str()).isRightToLeft() != 0),
          entries(of.patterns.size()) {}

    const Message* find(std::string_view id) const {
        const auto& patterns = catalogue.patterns;
        const auto found = std::lower_bound(
            patterns.begin(), patterns.end(), id, [](const auto& a, auto b) { return a.id < b; });
        if (found == patterns.end() || found->id != id) {
            return nullptr;
        }
        auto& entry = entries[static_cast<std::size_t>(found - patterns.begin())];
        std::call_once(entry.once, [&] { entry.message = message_of(found->text); });
        return &entry.message;
    }

    const icu::PluralRules& rules() const {
        std::call_once(rules_once, [&] {
            auto status = U_ZERO_ERROR;
            plural_rules.reset(icu::PluralRules::forLocale(
                icu::Locale(std::string(catalogue.code).c_str()), status));
        });
        return *plural_rules;
    }

    // "one", "few"; of a number with decimals as they are written: "1.0" is not one in English.
    std::string plural(const Value& value) const {
        std::string form;
        if (const auto* count = std::get_if<int>(&value.is)) {
            rules().select(*count).toUTF8String(form);
        } else if (const auto* number = std::get_if<Number>(&value.is)) {
            auto status = U_ZERO_ERROR;
            const auto written =
                icu::number::NumberFormatter::withLocale(icu::Locale::getRoot())
                    .precision(icu::number::Precision::fixedFraction(number->decimals))
                    .roundingMode(UNUM_ROUND_HALFUP)
                    .formatDouble(number->value, status);
            rules().select(written, status).toUTF8String(form);
        }
        return form;
    }

    const Catalogue& catalogue;
    bool is_rtl;
    mutable std::deque<Entry> entries;
    mutable std::once_flag rules_once;
    mutable std::unique_ptr<const icu::PluralRules> plural_rules;
};

namespace {

const Value* value_in(const Arguments& values, std::string_view name) {
    const auto found = std::find_if(
        values.begin(), values.end(), [&](const auto& each) { return each.name == name; });
    return found == values.end() ? nullptr : &found->value;
}

// Writes one message.
class Rendering {
  public:
    Rendering(const Language& language, const Lexicon& lexicon, const Arguments& values)
        : language_(language), lexicon_(lexicon), values_(values) {}

    void write(const Message& message, const Value* counted, std::string& out) const {
        for (const auto& piece : message.pieces) {
            if (piece.kind == Kind::text) {
                out += piece.text;
                continue;
            }
            const auto* value = piece.kind == Kind::count ? counted : value_in(values_, piece.text);
            if (value == nullptr) {
                out += "{" + piece.text + "}";
            } else if (piece.kind == Kind::plural || piece.kind == Kind::select) {
                if (const auto* says = form_of(piece, *value)) {
                    write(*says, piece.kind == Kind::plural ? value : counted, out);
                }
            } else {
                out += language_.written(*value);
            }
        }
    }

  private:
    // That of this number or word exactly, else its plural form, else "other".
    const Message* form_of(const MessagePiece& piece, const Value& value) const {
        const auto find = [&](const std::string& word) -> const Message* {
            const auto found =
                std::find_if(piece.forms.begin(), piece.forms.end(), [&](const auto& each) {
                    return each.word == word && !each.says.empty();
                });
            return found == piece.forms.end() ? nullptr : &found->says.front();
        };
        const Message* says = nullptr;
        if (piece.kind == Kind::select) {
            const auto* word = std::get_if<std::string>(&value.is);
            says = word != nullptr ? find(*word) : nullptr;
        } else {
            const auto* count = std::get_if<int>(&value.is);
            says = count != nullptr ? find("=" + std::to_string(*count)) : nullptr;
            says = says != nullptr ? says : find(lexicon_.plural(value));
        }
        return says != nullptr ? says : find("other");
    }

    const Language& language_;
    const Lexicon& lexicon_;
    const Arguments& values_;
};

std::deque<Lexicon>& lexicons() {
    static std::deque<Lexicon> all(catalogues().begin(), catalogues().end());
    return all;
}

// Weeks begin on Monday, day 1.
int weekday_of(schema::Date day) {
    constexpr int days_in_week = 7;
    static const auto some_monday = *schema::Date::of(2024, 1, 1);
    const int days = day.days_since(some_monday) % days_in_week;
    return (days + days_in_week) % days_in_week + 1;
}

}  // namespace

Language::Language(const Lexicon& lexicon)
    : lexicon_(&lexicon),
      numerals_(lexicon.is_rtl ? Numerals::arabic_western : Numerals::english),
      isolates_(lexicon.is_rtl) {}

std::string_view Language::code() const {
    return lexicon_->catalogue.code;
}

std::string_view Language::direction() const {
    return lexicon_->is_rtl ? "rtl" : "ltr";
}

bool Language::has(std::string_view id) const {
    return lexicon_->find(id) != nullptr;
}

Language Language::in(schema::Digits digits) const {
    auto same = *this;
    if (lexicon_->is_rtl) {
        same.numerals_ =
            digits == schema::Digits::arab ? Numerals::arabic_indic : Numerals::arabic_western;
    }
    return same;
}

Language Language::bare() const {
    auto same = *this;
    same.isolates_ = false;
    return same;
}

std::string Language::text(std::string_view id, const Arguments& values) const {
    const auto* message = lexicon_->find(id);
    if (message == nullptr) {
        return std::string(id);
    }
    std::string text;
    Rendering(*this, *lexicon_, values).write(*message, nullptr, text);
    return text;
}

std::string Language::text(const Phrase& phrase) const {
    return text(phrase.id, phrase.values);
}

std::string Language::written(const Value& value) const {
    const auto isolated = [&](std::string text) {
        return isolates_ ? texts::isolated(text) : text;
    };
    if (const auto* count = std::get_if<int>(&value.is)) {
        return isolated(figure(*count, 0, numerals_));
    }
    if (const auto* number = std::get_if<Number>(&value.is)) {
        if (!number->unit.empty()) {
            return with_unit(*number);
        }
        return isolated(number->is_signed
                            ? signed_figure(number->value, number->decimals, numerals_)
                            : figure(number->value, number->decimals, numerals_));
    }
    if (const auto* when = std::get_if<When>(&value.is)) {
        return isolated(bare().date(*when));
    }
    if (const auto* own = std::get_if<std::string>(&value.is)) {
        return isolated(*own);
    }
    if (const auto* phrase = std::get_if<Phrase>(&value.is)) {
        return text(*phrase);
    }
    std::string list;
    for (const auto& each : std::get<Value::List>(value.is)) {
        list += (list.empty() ? "" : text("word.list.comma")) + written(each);
    }
    return list;
}

std::string Language::sentence(const Phrase& phrase) const {
    const auto* message = lexicon_->find(phrase.id);
    auto written = text(phrase);
    if (message == nullptr || message->pieces.empty() ||
        message->pieces.front().kind != Kind::argument) {
        return written;
    }
    const auto* first = value_in(phrase.values, message->pieces.front().text);
    return first != nullptr && std::holds_alternative<Phrase>(first->is) ? capitalised(written)
                                                                         : written;
}

std::string Language::sentences(const std::vector<Phrase>& phrases) const {
    std::string all;
    for (const auto& phrase : phrases) {
        all += (all.empty() ? "" : " ") + sentence(phrase);
    }
    return all;
}

std::string Language::with_unit(const Number& number) const {
    auto bare = number;
    bare.unit.clear();
    if (const auto id = id_of_unit(number.unit); !id.empty()) {
        return text(id, {{"number", bare}, {"count", bare}});
    }
    auto unit = printed_unit(number.unit);
    if (unit.empty()) {
        return written(bare);
    }
    if (is_one(number) && number.unit.starts_with('{') && unit.ends_with('s')) {
        unit.pop_back();  // "1 comedo" of a clinic's own "{comedos}"
    }
    // A unit in Latin letters follows its number from left to right, as in every language.
    auto whole = text("word.unit.other", {{"number", bare}, {"unit", unit}});
    return isolates_ ? isolated_left_to_right(whole) : whole;
}

std::string Language::date(const When& when) const {
    const auto& written = when.on.text();
    if (when.form == DateForm::record && !lexicon_->is_rtl) {
        return in_digits(written, numerals_);
    }
    const auto day = when.on.first_day();
    const auto year = in_digits(std::to_string(day.year()), numerals_);
    constexpr std::size_t length_of_year = 4;
    if (written.size() == length_of_year) {
        return year;
    }
    const Phrase month{"word.month." + std::to_string(day.month())};
    if (!when.on.is_full()) {
        return when.with_year ? text("word.date.month_year", {{"month", month}, {"year", year}})
                              : text(month);
    }
    auto date = when.with_year
                    ? text("word.date.day_month_year",
                           {{"day", day.day()}, {"month", month}, {"year", year}})
                    : text("word.date.day_month", {{"day", day.day()}, {"month", month}});
    if (when.form == DateForm::weekday) {
        const Phrase weekday{"word.weekday." + std::to_string(weekday_of(day))};
        date = text("word.date.weekday", {{"weekday", weekday}, {"date", date}});
    }
    return when.clock.empty() ? date
                              : text("word.date.moment",
                                     {{"date", date}, {"time", in_digits(when.clock, numerals_)}});
}

std::optional<std::string> Language::umm_al_qura(schema::Date day) const {
    const auto found = texts::umm_al_qura(day);
    if (!found) {
        return std::nullopt;
    }
    return text("word.date.umm_al_qura",
                {{"day", found->day},
                 {"month", Phrase{"word.umm_al_qura." + std::to_string(found->month)}},
                 {"year", in_digits(std::to_string(found->year), numerals_)}});
}

std::optional<Language> language_of(std::string_view code) {
    for (const auto& lexicon : lexicons()) {
        if (lexicon.catalogue.code == code) {
            return Language(lexicon);
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> languages() {
    std::vector<std::string_view> codes;
    for (const auto& catalogue : catalogues()) {
        codes.push_back(catalogue.code);
    }
    return codes;
}

const Language& english() {
    static const auto language = *language_of("en");
    return language;
}

}  // namespace texts
