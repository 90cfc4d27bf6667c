#include "app/progress/words/plain_words.h"

#include "app/progress/words/named.h"
#include "app/texts/units.h"

namespace progress {

std::string plain(const schema::AdverseEvent& event) {
    return texts::english().text(event_phrase(event));
}

std::string plain_severity(int severity) {
    return texts::english().text(severity_phrase(severity));
}

std::string plain(const schema::Interval& every) {
    const std::string unit = every.unit == 'm' ? "month" : every.unit == 'w' ? "week" : "day";
    return texts::english().text("word.every." + unit, {{"count", every.count}});
}

std::string plain_unit(std::string_view ucum) {
    return texts::printed_unit(ucum);
}

std::string counted(int count, std::string_view noun) {
    return texts::english().text("word.count." + std::string(noun), {{"count", count}});
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string kept_finding_text(const schema::SessionFinding& finding) {
    const auto said = [&](const std::string& name, texts::Arguments more = {}) {
        more.push_back({"because", finding.because});
        return texts::english().text("word.finding." + name, more);
    };
    if (finding.level == schema::Level::not_judged) {
        return said("not_judged");
    }
    if (finding.not_asked.value_or(false)) {
        return said("not_asked");
    }
    if (!finding.override_reason) {
        return "";
    }
    return finding.signed_by
               ? said("in_spite_of_signed",
                      {{"reason", *finding.override_reason}, {"signer", *finding.signed_by}})
               : said("in_spite_of", {{"reason", *finding.override_reason}});
}

}  // namespace progress
