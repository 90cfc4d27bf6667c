#include "app/cli/pages/clinical_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/pages/care_words.h"
#include "app/cli/pages/instrument_page.h"
#include "app/cli/pages/plain_words.h"
#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/aftercare/phase.h"
#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/clinical/events/event_catalogue.h"
#include "app/clinical/events/event_concern.h"
#include "app/clinical/safety/depth_profile.h"
#include "app/clinical/safety/medicines.h"
#include "app/clinical/safety/rules.h"
#include "app/texts/language.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using schema::number_text;

const char* const clinical_head = R"(# Clinical rules

Every instrument, safety rule and number of aftercare that the program knows, with its source. Generated from the
catalogues in `app/clinical` (`needlebook help --clinical`); a test keeps it so.

The mark says how far a source could be checked:

- **sourced**: read in the source that is named, often its abstract only.
- **commercial**: read on a clinic's or maker's page.
- **ours**: our own advice, or the clinic's own setting.
- **unverified**: general knowledge, not found in a source that could be read. A clinician checks it against the paper
  before relying on it. What was not found at all (a band, a threshold) is absent.

Needlebook is not a medical device. No rule blocks: each says what it rests on and asks for a reason.
)";

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string_view mark_of(std::string_view source) {
    return source == "none"                                        ? "none"
           : has(source, "unverified")                             ? "unverified"
           : has(source, "commercial")                             ? "commercial"
           : has(source, "our own") || has(source, "clinic's own") ? "ours"
                                                                   : "sourced";
}

// A text within a cell of a table.
std::string cell(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        safe += letter == '|' ? "\\|" : letter == '\n' ? "<br>" : std::string(1, letter);
    }
    return safe;
}

// Lines that go on a point of a list.
std::string indented(std::string_view text) {
    std::string lines;
    for (const char letter : text) {
        lines += letter == '\n' ? "\n  " : std::string(1, letter);
    }
    return lines;
}

std::string bands_text(const clinical::Scale& scale) {
    std::string text;
    for (const auto& range : clinical::band_ranges(scale)) {
        text += (text.empty() ? "" : "; ") + band_values(range) + " " + band_name(range);
    }
    return text.empty() ? "none published" : text;
}

std::string values_text(const clinical::Scale& scale) {
    return fmt::format("{} `{}`{}, better: {}",
                       range_text(clinical::instrument_of(scale)),
                       scale.unit,
                       scale.step ? ", step " + number_text(*scale.step) : "",
                       schema::word(scale.better));
}

std::string instrument_section(const clinical::Scale& scale) {
    std::string text = fmt::format("\n### {} (`{}`)\n\n", scale.name, scale.code);
    const auto line = [&](std::string_view name, std::string_view what) {
        text += fmt::format("- {}: {}\n", name, what);
    };
    line("Range", values_text(scale));
    line("Formula", indented(scale.formula));
    for (std::size_t i = 0; i < scale.items.size(); ++i) {
        text += fmt::format("  - item {}: {}\n", i + 1, scale.items[i]);
    }
    line("Bands", bands_text(scale));
    line("Noise",
         scale.noise ? fmt::format("a change of at most {} ({})",
                                   number_text(scale.noise->points),
                                   scale.noise->source)
                     : "none published");
    line("Responder",
         scale.responder ? fmt::format("{} ({})", scale.responder->text, scale.responder->source)
                         : "none published");
    line("Example", indented(scale.example));
    line("Source", scale.source);
    line("Mark",
         scale.unverified.empty() ? "sourced" : fmt::format("unverified: {}", scale.unverified));
    return text;
}

std::string instruments() {
    std::string text = "\n## Instruments\n";
    for (const auto& scale : clinical::scales()) {
        text += instrument_section(scale);
    }
    return text;
}

std::string rules() {
    std::string text =
        "\n## Safety rules\n\nAsked by `needlebook safety` and before every `session record`. A "
        "stop "
        "and a sign-off need a reason (`--override RULE=\"reason\"`), which is kept with the "
        "session. What no rule can read is said to be not judged: medicines that are not on the "
        "lists "
        "below, conditions of no kind whose note names none, a dose, regions that nobody looked "
        "at. "
        "Grades of the source: label of a device or medicine, guideline, study, expert practice, "
        "the "
        "clinic's own.\n\n| rule | level | looks at | says | grade | source "
        "|\n|---|---|---|---|---|---|\n";
    for (const auto& rule : clinical::rules()) {
        text += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n",
                            rule.id,
                            spaced(schema::word(rule.level)),
                            cell(texts::english().text(clinical::checks_of(rule))),
                            cell(texts::english().text(clinical::text_of(rule))),
                            spaced(schema::word(rule.grade)),
                            cell(texts::english().text(clinical::source_of(rule))));
    }
    return text;
}

// What the names of each list are taken to mean, and how firm the list is.
std::string medicines() {
    std::string text =
        "\n## Medicines\n\nRead by name from the treatments and from notes of conditions: generic "
        "and "
        "makers' names in Latin and Arabic letters, with one slip of spelling in names of six "
        "letters "
        "or more (five in Arabic). There is no list of harmless medicines: any other name is not "
        "judged.\n\n| class | medicines | source | not checked |\n|---|---|---|---|\n";
    for (const auto& list : clinical::medicine_lists()) {
        std::string names;
        for (const auto& medicine : list.medicines) {
            names += (names.empty() ? "" : ", ") + std::string(medicine.generic);
        }
        text += fmt::format("| {} | {} | {} | {} |\n",
                            spaced(schema::word(list.kind)),
                            cell(names),
                            cell(list.source),
                            cell(list.unverified));
    }
    return text;
}

std::string depths() {
    std::string text =
        "\n## Depths\n\nThe guide, which a clinic replaces row by row with `needlebook depth-limit "
        "set`.\n\n| region | device | at most, mm | source |\n|---|---|---|---|\n";
    for (const auto& limit : clinical::guide_depths()) {
        text += fmt::format("| {} | {} | {} | {} |\n",
                            plain(limit.region),
                            limit.radiofrequency ? "radiofrequency" : "plain",
                            limit.max_mm ? number_text(*limit.max_mm) : "no limit",
                            cell(limit.source));
    }
    return text;
}

std::string aftercare() {
    std::string text =
        "\n## Aftercare\n\nHours are counted from the session, on the clinic's clock. The two "
        "windows are the clinic's settings `absorption_hours` and `precaution_hours`; these are "
        "the "
        "phases by themselves.\n\n| phase | from, h | until, h |\n|---|---|---|\n";
    for (const auto& phase : clinical::care_phases({})) {
        text += fmt::format(
            "| {} | {} | {} |\n", cell(phase.name), phase.from_hours, phase.until_hours);
    }
    text +=
        "\nThe profile, which a clinic replaces subject by subject with `needlebook advice set`: a "
        "row "
        "of the clinic is for every session. The row with the most conditions that fit holds; a "
        "skin type that is not recorded counts as IV to VI. Where sources differ both ends are "
        "given, and a patient is told the later one; of the sun, the first end is that of staying "
        "out of it and the second that of sunscreen, hat and shade.\n\n"
        "| subject | stance | for | from, h | until, h | source | grade |\n"
        "|---|---|---|---|---|---|---|\n";
    for (const auto& row : clinical::own_care_rows()) {
        const auto& advice = row.advice;
        const auto until =
            advice.cautious_until_hours
                ? fmt::format("{} to {}", advice.until_hours, *advice.cautious_until_hours)
                : std::to_string(advice.until_hours);
        text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n",
                            plain(advice.subject),
                            plain(advice.stance),
                            case_words(row),
                            advice.from_hours,
                            until,
                            cell(advice.source),
                            grade_words(row.grade));
    }
    return text;
}

std::string onset_text(const clinical::EventFacts& facts) {
    return !facts.onset ? "not known"
           : facts.onset->earliest == facts.onset->latest
               ? fmt::format("{}", facts.onset->earliest)
               : fmt::format("{} to {}", facts.onset->earliest, facts.onset->latest);
}

std::string events() {
    std::string text = fmt::format(
        "\n## Side effects\n\nA finding is raised for grade {} or worse, for more than {} times "
        "the "
        "usual longest duration, and for more than {} days; these three limits are our own.\n\n"
        "| kind | onset, days | usually at most, days | notes | source | mark |\n"
        "|---|---|---|---|---|---|\n",
        clinical::concerning_severity,
        clinical::times_expected,
        clinical::persistent_after_days);
    for (const auto& facts : clinical::event_catalogue()) {
        const auto duration = facts.longest_days ? std::to_string(*facts.longest_days)
                              : facts.persistent ? "lasts"
                                                 : "not known";
        const auto radiofrequency =
            facts.radiofrequency.empty()
                ? std::string()
                : fmt::format(
                      "{}radiofrequency: {}", facts.note.empty() ? "" : "; ", facts.radiofrequency);
        text += fmt::format("| {} | {} | {} | {}{} | {} | {} |\n",
                            plain(facts.kind),
                            onset_text(facts),
                            duration,
                            cell(facts.note),
                            cell(radiofrequency),
                            cell(facts.source),
                            mark_of(facts.source));
    }
    return text;
}

}  // namespace

std::string clinical_page() {
    return clinical_head + instruments() + rules() + medicines() + depths() + aftercare() +
           events();
}

}  // namespace cli
