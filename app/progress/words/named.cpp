#include "app/progress/words/named.h"

#include <algorithm>
#include <string_view>

#include "app/texts/words.h"

namespace progress {

namespace {

using texts::Phrase;
using texts::Value;

Value named(std::string_view list, const schema::Instrument& instrument) {
    return instrument.built_in ? Value(Phrase{std::string(list) + instrument.code})
                               : Value(short_name(instrument));
}

Value in_place(Value name, const Series& series) {
    return series.region ? Value(Phrase{"sentence.part.measure_at",
                                        {{"measure", std::move(name)},
                                         {"region", texts::phrase_of(*series.region)}}})
                         : name;
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

Value name_of(const schema::Instrument& instrument) {
    return named("instrument.name.", instrument);
}

Value name_of(const Series& series) {
    return in_place(name_of(series.instrument), series);
}

Value everyday_name_of(const schema::Instrument& instrument) {
    return named("instrument.everyday.", instrument);
}

Value everyday_name_of(const Series& series) {
    return in_place(everyday_name_of(series.instrument), series);
}

Phrase band_phrase(const std::string& name) {
    std::string id = "instrument.band.";
    for (const char each : name) {
        const bool is_capital = each >= 'A' && each <= 'Z';
        const bool is_letter = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
        id += is_capital ? static_cast<char>(each - 'A' + 'a') : is_letter ? each : '_';
    }
    return {id};
}

Phrase verdict_phrase(Verdict verdict, std::optional<bool> confirmed) {
    auto id = "verdict." + std::string(schema::word(verdict));
    return {has_direction(verdict) && !confirmed.value_or(false) ? id + "_once" : id};
}

Value verdict_phrase(const Series& series) {
    if (series.verdict != Verdict::stated) {
        return verdict_phrase(series.verdict, series.confirmed);
    }
    return series.band ? Value(band_phrase(series.band->name)) : Value("");
}

Phrase severity_phrase(int severity) {
    return severity >= 1 && severity <= 5 ? Phrase{"word.severity." + std::to_string(severity)}
                                          : Phrase{"word.severity.any", {{"grade", severity}}};
}

Phrase event_phrase(const schema::AdverseEvent& event) {
    auto phrase = texts::phrase_of(event.kind);
    if (event.kind == schema::EventKind::other && event.note) {
        phrase = {"word.event_noted",
                  {{"event", std::move(phrase)}, {"note", first_words(*event.note)}}};
    }
    return event.serious.value_or(false)
               ? Phrase{"word.event_serious", {{"event", std::move(phrase)}}}
               : phrase;
}

Phrase everyday_event_phrase(schema::EventKind kind) {
    return {"word.everyday_event." + std::string(schema::word(kind))};
}

}  // namespace progress
