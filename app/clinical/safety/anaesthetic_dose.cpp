#include "app/clinical/safety/anaesthetic_dose.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "schema/types/folding.h"
#include "schema/types/text.h"

namespace clinical {

namespace {

// "٣٠٪" as "30%".
std::string in_latin_digits(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> signs{{{"٠", "0"},
                                                                                   {"١", "1"},
                                                                                   {"٢", "2"},
                                                                                   {"٣", "3"},
                                                                                   {"٤", "4"},
                                                                                   {"٥", "5"},
                                                                                   {"٦", "6"},
                                                                                   {"٧", "7"},
                                                                                   {"٨", "8"},
                                                                                   {"٩", "9"},
                                                                                   {"٪", "%"},
                                                                                   {"٫", "."}}};
    for (const auto& [arabic, latin] : signs) {
        for (auto at = text.find(arabic); at != std::string::npos; at = text.find(arabic)) {
            text.replace(at, arabic.size(), latin);
        }
    }
    return text;
}

}  // namespace

std::optional<double> percent_in(std::string_view anaesthetic) {
    const auto text = in_latin_digits(schema::folded(anaesthetic));
    std::optional<double> greatest;
    for (auto sign = text.find('%'); sign != std::string::npos; sign = text.find('%', sign + 1)) {
        auto end = sign;
        while (end > 0 && text[end - 1] == ' ') {
            --end;
        }
        auto begin = end;
        while (begin > 0 &&
               std::string_view("0123456789.,").find(text[begin - 1]) != std::string_view::npos) {
            --begin;
        }
        auto number = text.substr(begin, end - begin);
        std::replace(number.begin(), number.end(), ',', '.');
        if (const auto value = schema::Text<double>::read(number)) {
            greatest = std::max(greatest.value_or(*value), *value);
        }
    }
    return greatest;
}

std::optional<double> percent_of(const schema::Session& session) {
    if (session.anaesthetic_percent) {
        return session.anaesthetic_percent;
    }
    return session.anaesthetic ? percent_in(*session.anaesthetic) : std::nullopt;
}

std::optional<double> dose_mg(const schema::Session& session) {
    constexpr double mg_per_gram_and_percent = 10;
    const auto percent = percent_of(session);
    return percent && session.anaesthetic_grams
               ? std::optional(*percent * *session.anaesthetic_grams * mg_per_gram_and_percent)
               : std::nullopt;
}

double greatest_dose_mg(const schema::Patient& patient) {
    constexpr double mg_per_kg = 4.5;
    constexpr double most_mg = 300;
    return patient.weight_kg ? std::min(most_mg, mg_per_kg * *patient.weight_kg) : most_mg;
}

std::optional<texts::Phrase> unknown_dose(const Situation& situation) {
    const auto& session = situation.plan.session;
    if (!session.anaesthetic && !session.anaesthetic_percent && !session.anaesthetic_grams) {
        return std::nullopt;
    }
    std::vector<texts::Phrase> missing;
    const auto want = [&](bool is_known, const char* id) {
        if (!is_known) {
            missing.emplace_back(id);
        }
    };
    want(percent_of(session).has_value(), "finding.part.strength");
    want(session.anaesthetic_grams.has_value(), "finding.part.grams");
    want(session.anaesthetic_area_cm2.has_value(), "finding.part.area");
    want(situation.patient.weight_kg.has_value(), "finding.part.weight");
    want(session.anaesthetic_minutes.has_value(), "finding.part.minutes");
    if (missing.empty()) {
        return std::nullopt;
    }
    return texts::Phrase{"finding.not_judged.dose", {{"list", missing}}};
}

}  // namespace clinical
