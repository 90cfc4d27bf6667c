#include "app/report/report_file.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/json/aftercare_json.h"
#include "app/json/json_value.h"
#include "app/json/outcomes_json.h"
#include "app/json/progress_json.h"
#include "app/progress/series/burden.h"
#include "app/progress/series/noise.h"
#include "app/report/patient_parts.h"
#include "app/report/patient_view_json.h"
#include "app/report/report_page.h"
#include "app/report/report_photos.h"
#include "app/texts/language.h"
#include "app/web/bundle.h"
#include "db/ledger/sha256.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

using Json = OrderedJson;
using progress::CareContact;

void refuse_both(ReportLanguage language) {
    if (language == ReportLanguage::both) {
        throw schema::misused("language",
                              "\"en+ar\" is for what a patient takes home",
                              "give en or ar, or make the patient's own report")
            .as("no_language");
    }
}

// JSON within an element: no tag begins in it, and no mark in it ends a line or turns one around.
std::string inert(std::string_view json) {
    std::string text;
    text.reserve(json.size());
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(json[at]); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const bool has_mark = json[i] == '\xE2' && i + 2 < json.size();
        const unsigned mark =
            has_mark ? 0x2000U | (byte(i + 1) & 0x3FU) << 6U | (byte(i + 2) & 0x3FU) : 0;
        if (json[i] == '<') {
            text += "\\u003c";
        } else if ((mark >= 0x2028 && mark <= 0x202E) || (mark >= 0x2066 && mark <= 0x2069)) {
            text += fmt::format("\\u{:04x}", mark);
            i += 2;
        } else {
            text += json[i];
        }
    }
    return text;
}

// Of the scales whose noise nobody knows, why: a summary's JSON has no word of that.
Json no_noise_json(const progress::Summary& summary) {
    auto reasons = Json::object();
    for (const auto& series : summary.series) {
        const auto& instrument = series.instrument;
        if (!series.noise && !progress::has_noise(instrument) && instrument.noise_source &&
            progress::has_better(instrument)) {
            reasons[instrument.code] = *instrument.noise_source;
        }
    }
    return reasons;
}

}  // namespace

std::string data_element(std::string_view name, std::string_view json) {
    return fmt::format(
        "<script type=\"application/json\" data-{}>{}</script>\n", name, inert(json));
}

std::string page_with_data(std::string_view page,
                           std::string data,
                           const std::vector<texts::Language>& languages) {
    for (const auto& language : languages) {
        data += data_element(fmt::format("texts=\"{}\"", language.code()),
                             web::bundled(fmt::format("texts_{}.json", language.code())));
    }
    constexpr std::string_view place = "<!--data-->";
    const auto at = page.find(place);
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n{}{}{}",
                       languages.front().code(),
                       languages.front().direction(),
                       page.substr(0, at),
                       data,
                       page.substr(at + place.size()));
}

std::vector<texts::Language> languages_of(ReportLanguage wanted) {
    std::vector<texts::Language> all;
    for (const auto* code : {"en", "ar"}) {
        const bool is_other =
            wanted == (*code == 'e' ? ReportLanguage::arabic : ReportLanguage::english);
        if (is_other) {
            continue;
        }
        const auto language = texts::language_of(code);
        if (!language) {
            throw schema::refused(
                "language", fmt::format("\"{}\" is not in this program", code), "give en")
                .as("no_language");
        }
        all.push_back(*language);
    }
    return all;
}

std::string report_file(std::string_view kind,
                        const CareContact& clinic,
                        Json content,
                        const std::vector<texts::Language>& languages,
                        const LedgerEnd& end) {
    Json shown{{"kind", kind},
               {"clinic",
                {{"name", json_value(clinic.clinic)},
                 {"telephone", json_value(clinic.telephone)},
                 {"digits", schema::word(clinic.digits)},
                 {"umm_al_qura", clinic.umm_al_qura}}},
               {"content", std::move(content)}};
    if (end) {
        shown["ledger"] = {{"entry", end->seq}, {"hash", db::hex(end->hash)}};
    }
    return page_with_data(
        web::bundled("report.html"), data_element("report", json_text(shown, -1)), languages);
}

ReportLanguage language_for(const schema::Patient& patient) {
    return patient.language == schema::PatientLanguage::ar ? ReportLanguage::arabic
                                                           : ReportLanguage::english;
}

std::string progress_file(const progress::Summary& summary,
                          Audience audience,
                          ReportLanguage language,
                          const LedgerEnd& end,
                          const ReportPhotos* photos) {
    const auto with_photos = [&](Json content) {
        if (photos != nullptr) {
            content["photos"] = report_photos_json(*photos);
        }
        return content;
    };
    if (audience == Audience::clinic) {
        refuse_both(language);
        auto content = with_photos(
            {{"progress", progress_json(summary)}, {"no_noise", no_noise_json(summary)}});
        return report_file(
            "progress", summary.contact, std::move(content), languages_of(language), end);
    }
    return report_file("patient",
                       summary.contact,
                       with_photos(patient_view_json(summary, {}, {}, summary.contact)),
                       languages_of(language));
}

std::string outcomes_file(const progress::Outcomes& outcomes,
                          const CareContact& clinic,
                          ReportLanguage language) {
    refuse_both(language);
    return report_file("outcomes", clinic, outcomes_json(outcomes), languages_of(language));
}

std::string aftercare_file(const schema::Patient& patient,
                           const clinical::Aftercare& care,
                           const progress::CareCard& card,
                           const CareContact& clinic,
                           ReportLanguage language,
                           const LedgerEnd& end) {
    Json content{{"names", names_of(patient)}, {"care", aftercare_json(care, card)}};
    return report_file("aftercare", clinic, std::move(content), languages_of(language), end);
}

}  // namespace exchange
