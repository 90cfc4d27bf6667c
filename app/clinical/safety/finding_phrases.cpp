#include "app/clinical/safety/finding_phrases.h"

#include <utility>

#include "app/texts/words.h"
#include "schema/types/text.h"

namespace clinical {

namespace {

using texts::Phrase;
using texts::When;

Phrase finding_word(std::string_view list, std::string_view word) {
    return {"finding." + std::string(list) + "." + std::string(word)};
}

}  // namespace

texts::Number number_of(double value, std::string unit) {
    const auto text = schema::number_text(value);
    const auto point = text.find('.');
    const bool is_plain = point != std::string::npos && text.find('e') == std::string::npos;
    return {.value = value,
            .decimals = is_plain ? static_cast<int>(text.size() - point - 1) : 0,
            .unit = std::move(unit)};
}

Phrase because(std::string_view name, texts::Arguments values) {
    return {"finding.because." + std::string(name), std::move(values)};
}

Phrase phrase_of(schema::ConditionKind kind) {
    return finding_word("condition", schema::word(kind));
}

Phrase phrase_of(schema::TreatmentKind kind) {
    return finding_word("treatment", schema::word(kind));
}

Phrase phrase_of(schema::EventKind kind) {
    return finding_word("event", schema::word(kind));
}

Phrase phrase_of(schema::Active active) {
    return finding_word("active", schema::word(active));
}

Phrase phrase_of(const Period& period) {
    if (period.from && period.until) {
        return {"finding.period.from_until",
                {{"from", When{*period.from}}, {"until", When{*period.until}}}};
    }
    if (period.from) {
        return {"finding.period.since", {{"date", When{*period.from}}}};
    }
    return period.until ? Phrase{"finding.period.until", {{"date", When{*period.until}}}}
                        : Phrase{"finding.period.unknown"};
}

Phrase in_place(schema::Region region, texts::Value what) {
    return because("place", {{"region", texts::phrase_of(region)}, {"what", std::move(what)}});
}

Phrase held(Phrase what, const Period& period) {
    return because("held", {{"what", std::move(what)}, {"period", phrase_of(period)}});
}

Phrase graded(const schema::AdverseEvent& event) {
    return because("graded", {{"event", phrase_of(event.kind)}, {"grade", event.severity}});
}

}  // namespace clinical
