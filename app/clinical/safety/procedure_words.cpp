#include "app/clinical/safety/procedure_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "schema/types/folding.h"

namespace clinical {

namespace {

using schema::TreatmentKind;

constexpr std::array<std::string_view, 9> deep_peels{"tca",
                                                     "trichloracetic",
                                                     "trichloroacetic",
                                                     "phenol",
                                                     "deep",
                                                     "medium",
                                                     "croton",
                                                     "obagi",
                                                     "عميق"};
constexpr std::array<std::string_view, 11> superficial_peels{"glycolic",
                                                             "lactic",
                                                             "mandelic",
                                                             "salicylic",
                                                             "jessner",
                                                             "pyruvic",
                                                             "superficial",
                                                             "light",
                                                             "mild",
                                                             "enzyme",
                                                             "سطحي"};
constexpr std::array<std::string_view, 7> deep_lasers{
    "ablative", "co2", "carbon dioxide", "erbium", "er:yag", "resurfacing", "كربون"};
constexpr std::array<std::string_view, 16> superficial_lasers{"non-ablative",
                                                              "non ablative",
                                                              "nonablative",
                                                              "hair",
                                                              "diode",
                                                              "alexandrite",
                                                              "nd:yag",
                                                              "nd-yag",
                                                              "ndyag",
                                                              "pulsed dye",
                                                              "pdl",
                                                              "vascular",
                                                              "pico",
                                                              "q-switched",
                                                              "ipl",
                                                              "شعر"};

bool is_letter(char byte) {
    const auto letter = static_cast<unsigned char>(byte);
    return letter >= 0x80 || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

// As a word of its own: no "tca" in "pastcare".
bool has_word(const std::string& text, std::string_view word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const bool ends = end == text.size() || !is_letter(text[end]);
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

bool has_any(const std::string& text, std::span<const std::string_view> words) {
    return std::any_of(
        words.begin(), words.end(), [&](std::string_view word) { return has_word(text, word); });
}

// "non-ablative" is none of the ablative.
std::string without(std::string text, std::span<const std::string_view> words) {
    for (const auto word : words) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
            text.replace(at, word.size(), " ");
        }
    }
    return text;
}

}  // namespace

ProcedureDepth depth_of(const schema::OtherTreatment& treatment) {
    const auto name = schema::folded(treatment.name.value_or(""));
    const bool is_laser = treatment.kind == TreatmentKind::laser;
    constexpr std::array<std::string_view, 3> not_ablative{
        "non-ablative", "non ablative", "nonablative"};
    const std::span<const std::string_view> deep =
        is_laser ? std::span<const std::string_view>(deep_lasers) : deep_peels;
    const std::span<const std::string_view> superficial =
        is_laser ? std::span<const std::string_view>(superficial_lasers) : superficial_peels;
    if (has_any(without(name, not_ablative), deep)) {
        return ProcedureDepth::deep;
    }
    return has_any(name, superficial) ? ProcedureDepth::superficial : ProcedureDepth::unknown;
}

}  // namespace clinical
