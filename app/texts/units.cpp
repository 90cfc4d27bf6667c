#include "app/texts/units.h"

#include <array>
#include <utility>

namespace texts {

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

}  // namespace

std::string printed_unit(std::string_view ucum) {
    if (ucum == "{score}") {
        return "points";
    }
    std::string text(ucum);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> prints{
        {{"[arb'U]", "arbitrary units"},
         {"Cel", "°C"},
         {"ug", "µg"},
         {"m2", "m²"},
         {"m3", "m³"},
         {".", "·"},
         {"{", ""},
         {"}", ""}}};
    for (const auto& [from, to] : prints) {
        replace_all(text, from, to);
    }
    return text == "1" ? "" : text;
}

std::string_view id_of_unit(std::string_view ucum) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> ids{
        {{"{score}", "word.unit.points"},
         {"{lesions}", "word.unit.lesions"},
         {"{pores}", "word.unit.pores"},
         {"{scars}", "word.unit.scars"},
         {"[arb'U]", "word.unit.arbitrary"},
         {"mm", "word.unit.mm"}}};
    for (const auto& [unit, id] : ids) {
        if (unit == ucum) {
            return id;
        }
    }
    return {};
}

}  // namespace texts
