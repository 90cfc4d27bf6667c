#include "app/progress/words/plain_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace progress {

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// Of the first line, never cut inside a character.
std::string first_words(std::string_view text) {
    constexpr std::size_t longest = 80;
    auto end = std::min(text.size(), text.find('\n'));
    if (end <= longest) {
        return std::string(text.substr(0, end));
    }
    end = longest;
    const auto goes_on = [&] { return (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U; };
    while (end > 0 && goes_on()) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace

std::string plain(schema::Concern concern) {
    switch (concern) {
        case schema::Concern::barrier:
            return "skin barrier";
        case schema::Concern::other:
            return "other measures";
        default:
            return spaced(schema::word(concern));
    }
}

std::string plain(schema::Device device) {
    switch (device) {
        case schema::Device::rf_insulated:
            return "radiofrequency, insulated needles";
        case schema::Device::rf_noninsulated:
            return "radiofrequency, bare needles";
        case schema::Device::home:
            return "home device";
        default:
            return spaced(schema::word(device));
    }
}

std::string plain(schema::EventKind kind) {
    switch (kind) {
        case schema::EventKind::erythema:
            return "redness";
        case schema::EventKind::oedema:
            return "swelling";
        case schema::EventKind::lymphadenopathy:
            return "swollen lymph nodes";
        case schema::EventKind::pih:
            return "dark marks (PIH)";
        case schema::EventKind::herpes_reactivation:
            return "herpes came back";
        case schema::EventKind::other:
            return "another side effect";
        default:
            return spaced(schema::word(kind));
    }
}

std::string plain(const schema::AdverseEvent& event) {
    auto text = plain(event.kind);
    if (event.kind == schema::EventKind::other && event.note) {
        text += ": " + first_words(*event.note);
    }
    return text + (event.serious.value_or(false) ? ", serious" : "");
}

std::string plain(schema::Endpoint endpoint) {
    switch (endpoint) {
        case schema::Endpoint::none:
            return "no endpoint seen";
        case schema::Endpoint::erythema:
            return "to redness";
        default:
            return "to " + spaced(schema::word(endpoint));
    }
}

std::string plain_severity(int severity) {
    constexpr std::array<std::string_view, 5> words{
        "mild", "moderate", "severe", "life-threatening", "death"};
    return severity >= 1 && severity <= 5
               ? std::string(words[static_cast<std::size_t>(severity - 1)])
               : fmt::format("severity {}", severity);
}

std::string plain(const schema::Interval& every) {
    const std::string_view unit = every.unit == 'm' ? "month" : every.unit == 'w' ? "week" : "day";
    return every.count == 1 ? fmt::format("every {}", unit)
                            : fmt::format("every {} {}s", every.count, unit);
}

std::string plain_unit(std::string_view ucum) {
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

std::string with_unit(const std::string& number, std::string_view ucum) {
    auto unit = plain_unit(ucum);
    const bool is_one = number == "1" || number == "+1" || number == "−1";
    if (is_one && ucum.starts_with('{') && unit.ends_with('s')) {
        unit.pop_back();
    }
    return unit.empty() ? number : number + " " + unit;
}

std::string counted(int count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string kept_finding_text(const schema::SessionFinding& finding) {
    if (finding.level == schema::Level::not_judged) {
        return "not judged: " + finding.because;
    }
    if (finding.not_asked.value_or(false)) {
        return "not asked at the time: " + finding.because;
    }
    if (!finding.override_reason) {
        return "";
    }
    const auto signer = finding.signed_by ? ". Signed by " + *finding.signed_by : std::string();
    return "in spite of: " + finding.because + ". Reason: " + *finding.override_reason + signer;
}

}  // namespace progress
