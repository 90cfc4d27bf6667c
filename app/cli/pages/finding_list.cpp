#include "app/cli/pages/finding_list.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/texts/language.h"

namespace cli {

namespace {

using clinical::Finding;
using schema::Level;

constexpr int level_width = 12;  // the widest level and two blanks

Span level_mark(Level level) {
    switch (level) {
        case Level::stop:
            return {"STOP", Ink::bad};
        case Level::sign_off:
            return {"SIGN OFF", Ink::strong};
        case Level::caution:
            return {"caution", Ink::soft};
        case Level::not_judged:
            break;
    }
    return {"not judged", Ink::strong};
}

std::string reason(const Finding& finding) {
    const auto record =
        finding.record ? fmt::format(" ({} {})", finding.record->kind, finding.record->id) : "";
    return capitalised(one_line(texts::english().text(finding.because))) + record;
}

}  // namespace

Lines finding_list(const std::vector<Finding>& findings, int width) {
    Lines lines;
    const Line indent{{std::string(level_width, ' ')}};
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto& finding = findings[i];
        Line first{level_mark(finding.level)};
        pad_to(first, level_width);
        append(lines, paragraph(first, reason(finding), width, Ink::strong));
        // What a rule says stands once, below the last of its findings.
        const bool is_last = i + 1 == findings.size() || findings[i + 1].rule != finding.rule;
        if (is_last) {
            append(lines, paragraph(indent, texts::english().text(finding.text), width));
            append(lines,
                   paragraph(indent,
                             fmt::format("Rule {}. Source ({}): {}",
                                         finding.rule,
                                         spaced(schema::word(finding.grade)),
                                         texts::english().text(finding.source)),
                             width,
                             Ink::soft));
            lines.push_back({});
        }
    }
    if (!lines.empty()) {
        lines.pop_back();
    }
    return lines;
}

Lines assessment_list(const clinical::Assessment& assessment, int width) {
    auto lines = finding_list(assessment.findings, width);
    const auto part = [&](const Line& mark, const texts::Phrase& said) {
        if (!lines.empty()) {
            lines.push_back({});
        }
        Line first = mark;
        pad_to(first, level_width);
        append(lines, paragraph(first, capitalised(one_line(texts::english().text(said))), width));
    };
    for (const auto& each : assessment.not_judged) {
        if (assessment.findings.empty()) {
            break;  // what an all-clear must say names them
        }
        // The rule on regions that nobody looked at has said so.
        if (each.what != clinical::NotJudgedKind::region_status) {
            part({level_mark(Level::not_judged)}, each.text);
        }
    }
    for (const auto& fact : assessment.context) {
        part({{"note", Ink::soft}}, fact.text);
    }
    if (const auto words = clinical::all_clear_text(assessment)) {
        if (!lines.empty()) {
            lines.push_back({});
        }
        append(lines,
               paragraph({},
                         one_line(texts::english().text(*words)),
                         width,
                         assessment.is_all_clear() ? Ink::good : Ink::strong));
    }
    return lines;
}

Lines short_findings(const std::vector<Finding>& findings, int width) {
    Lines lines;
    for (const auto& finding : findings) {
        append(lines,
               paragraph({{fmt::format("{}: ", spaced(schema::word(finding.level)))}},
                         reason(finding),
                         width));
    }
    return lines;
}

}  // namespace cli
