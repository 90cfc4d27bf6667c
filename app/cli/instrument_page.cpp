#include "app/cli/instrument_page.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/cli/display_text.h"
#include "app/cli/plain_words.h"
#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/exchange/outcome_words.h"
#include "app/progress/burden.h"
#include "app/progress/responder.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using clinical::Scale;
using schema::Instrument;
using schema::number_text;

// The program's own facts of it; null for a scale of the clinic.
const Scale* scale_of(const Instrument& instrument) {
    return instrument.built_in ? clinical::find_scale(instrument.code) : nullptr;
}

// Titles at the left, texts wrapped beside them.
class InstrumentSheet {
  public:
    explicit InstrumentSheet(int width) : width_(width) {}

    void add(std::string_view title, std::string_view text) {
        constexpr int margin = 14;
        for (const auto line : schema::split(text, '\n')) {
            for (const auto& piece : wrap(one_line(line), width_ - margin)) {
                text_ += fmt::format("{}{}\n", pad_right("  " + std::string(title), margin), piece);
                title = "";
            }
        }
    }
    const std::string& text() const { return text_; }

  private:
    int width_;
    std::string text_;
};

void add_bands(InstrumentSheet& page, const Instrument& instrument, const Scale* scale) {
    const auto ranges = scale ? clinical::band_ranges(*scale) : std::vector<clinical::BandRange>{};
    std::string text;
    for (const auto& range : ranges) {
        text += (text.empty() ? "" : "\n") + pad_right(band_values(range), 12) + band_name(range);
    }
    page.add("bands", !text.empty() ? text : instrument.built_in ? "none published" : "none");
}

void add_items(InstrumentSheet& page, const Scale& scale) {
    std::string text;
    for (std::size_t i = 0; i < scale.items.size(); ++i) {
        text += fmt::format("{}{:>2} {}", text.empty() ? "" : "\n", i + 1, scale.items[i]);
    }
    if (!text.empty()) {
        page.add("items", text);
    }
}

// What a change must exceed, how that was found and where; or why nobody knows.
std::string noise_text(const Instrument& instrument) {
    if (!progress::has_noise(instrument)) {
        return progress::has_better(instrument)
                   ? "none: " + instrument.noise_source.value_or("none given")
                   : "none: neither way is better";
    }
    auto text = fmt::format("a change of at most {} can be chance; {}",
                            exchange::noise_rule_text(instrument),
                            plain(instrument.noise_kind.value_or(schema::NoiseKind::ours)));
    for (const auto& more : {instrument.noise_formula, instrument.noise_source}) {
        text += more ? "\n" + *more : "";
    }
    return text;
}

void add_rules(InstrumentSheet& page, const Instrument& instrument) {
    const std::string none = instrument.built_in ? "none published" : "none given";
    const auto sourced = [](const std::string& text, const std::optional<std::string>& source) {
        return source ? fmt::format("{} ({})", text, *source) : text;
    };
    page.add("noise", noise_text(instrument));
    page.add("responder",
             !progress::has_responder_rule(instrument)
                 ? none
                 : sourced(progress::responder_rule_text(instrument), instrument.responder_source));
}

}  // namespace

std::string range_text(const Instrument& instrument) {
    return instrument.high
               ? fmt::format("{} to {}", number_text(instrument.low), number_text(*instrument.high))
               : fmt::format("{} or more", number_text(instrument.low));
}

std::string band_values(const clinical::BandRange& range) {
    return !range.to                 ? fmt::format("{} or more", range.from)
           : *range.to == range.from ? std::to_string(range.from)
                                     : fmt::format("{} to {}", range.from, *range.to);
}

std::string band_name(const clinical::BandRange& range) {
    return range.band.name + (range.band.assigned ? "" : " (not assigned in the original table)");
}

std::string instrument_list(const std::vector<Instrument>& instruments, int width) {
    constexpr std::size_t columns = 4;
    using Row = std::array<std::string, columns>;
    std::vector<Row> rows{{"code", "range", "unit", "better"}};
    for (const auto& each : instruments) {
        rows.push_back({one_line(each.code),
                        range_text(each),
                        one_line(plain_unit(each.unit)),
                        each.target ? "nearer" : std::string(schema::word(each.better))});
    }
    std::array<int, columns> widths{};
    int facts = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        for (const auto& row : rows) {
            widths[i] = std::max(widths[i], display_width(row[i]) + 2);
        }
        facts += widths[i];
    }
    constexpr int narrowest = 10;
    const int notes_width = std::max(width - facts, narrowest);
    std::string text;
    const auto add = [&](const Row& row, std::string_view name, std::string_view unverified) {
        std::vector<std::string> lines{""};
        for (std::size_t i = 0; i < columns; ++i) {
            lines[0] += pad_right(row[i], widths[i]);
        }
        for (const auto& piece : wrap(one_line(name), facts - 4)) {
            lines.push_back("  " + piece);
        }
        const auto notes = wrap(unverified, notes_width);
        lines.resize(std::max(notes.size(), lines.size()));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto line = pad_right(lines[i], facts) + (i < notes.size() ? notes[i] : "");
            const auto length = line.find_last_not_of(' ') + 1;
            text += length == 0 ? "" : line.substr(0, length) + "\n";
        }
    };
    add(rows.front(), "", "unverified");
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const auto* scale = scale_of(instruments[i]);
        add(rows[i + 1], instruments[i].name, scale ? scale->unverified : "");
    }
    return text;
}

std::string instrument_page(const Instrument& instrument, int width) {
    const auto* scale = scale_of(instrument);
    InstrumentSheet page(width);
    page.add("code", instrument.code);
    page.add("range", range_text(instrument));
    page.add("step", instrument.step ? number_text(*instrument.step) : "any value between");
    const auto unit = plain_unit(instrument.unit);
    page.add("unit",
             unit == instrument.unit ? unit : fmt::format("{} (UCUM {})", unit, instrument.unit));
    page.add("better", schema::word(instrument.better));
    if (instrument.concern) {
        page.add("about", plain(*instrument.concern));
    }
    if (scale) {
        page.add("formula", scale->formula);
        add_items(page, *scale);
    }
    add_bands(page, instrument, scale);
    add_rules(page, instrument);
    if (scale) {
        page.add("example", scale->example);
        page.add("source", scale->source);
        page.add("unverified", scale->unverified.empty() ? "nothing" : scale->unverified);
    } else if (instrument.source) {
        page.add("source", *instrument.source);
    }
    std::string title;
    for (const auto& line : wrap(one_line(instrument.name), width)) {
        title += line + "\n";
    }
    return title + "\n" + page.text();
}

std::string value_text(const Instrument& instrument, double value) {
    const auto* scale = scale_of(instrument);
    const auto band = scale && !clinical::value_names(*scale).empty()
                          ? clinical::band_of(instrument.code, value)
                          : std::nullopt;
    const auto number = number_text(value);
    return band ? fmt::format("{} ({})", number, band->name) : number;
}

}  // namespace cli
