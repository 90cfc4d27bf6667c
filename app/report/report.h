#pragma once
// A progress report as plain parts, the same for every format that is read by people.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/progress/summary.h"
#include "app/texts/language.h"
#include "schema/types/word.h"

namespace exchange {

// A patient reads what was measured in everyday words and nothing of rules and statistics.
enum class Audience { clinic, patient };

struct ReportTable {
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> rows;  // as many cells as headers
};

// Never empty: it has a lead, or lines, or a table.
struct ReportSection {
    std::string id;  // one word
    std::string title;
    std::string lead{};  // the answer in a sentence or two; may be empty
    std::vector<std::string> lines{};
    std::optional<ReportTable> table{};
};

struct ReportSeries {
    const progress::Series* series = nullptr;  // of the summary, which must outlive the report
    std::string name;
    std::string change;   // "48 → 21 lesions (−27, −56 %)", or the one value that there is
    std::string verdict;  // in words; empty for the patient, who reads it in a sentence
    std::string tone{};   // "improved", "worsened" where two visits say so; else empty
};

struct Report {
    std::string title;  // with the chart number and the day
    std::vector<std::string> names;
    std::string facts;                  // age, sex, skin type; may be empty
    std::vector<ReportSection> before;  // what is read before the charts
    std::vector<ReportSeries> series;   // the charts, a whole before its regions
    std::vector<ReportSection> after;
};

Report report_of(const progress::Summary& summary,
                 Audience audience,
                 const texts::Language& language);

// Of the patient, as far as they are known.
std::vector<std::string> names_of(const progress::Summary& summary);

// "left cheek 1.5 mm × 4"
std::string area_text(const schema::SessionArea& area);

}  // namespace exchange

template <>
struct schema::Words<exchange::Audience> {
    static constexpr std::array<std::string_view, 2> all{"clinic", "patient"};
};
