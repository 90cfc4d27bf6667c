#include "app/report/patient_view_json.h"

#include "app/json/aftercare_json.h"
#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "app/json/scale_json.h"
#include "app/progress/words/care_phrases.h"
#include "app/progress/words/event_sentences.h"
#include "app/progress/words/named.h"
#include "app/progress/words/plain_words.h"
#include "app/report/patient_parts.h"
#include "app/report/report_series.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json part_json(const PatientPart& part) {
    const auto& english = texts::english();
    return {{"id", part.id},
            {"title", english.text(part.title())},
            {"lead", part.lead ? english.sentence(*part.lead) : ""},
            {"lines", texts_json(part.lines)},
            {"phrases",
             {{"title", phrase_json(part.title())},
              {"lead", part.lead ? phrase_json(*part.lead) : Json(nullptr)},
              {"lines", phrases_json(part.lines)}}}};
}

Json view_point_json(const progress::Point& point, const progress::Series& series) {
    return {{"at", json_value(point.at)},
            {"value", json_value(point.value)},
            {"label", label_json(series, point.value)},
            {"places", places_json(point.places)},
            {"days_too_soon", json_value(point.days_too_soon)}};
}

Json view_series_json(const ReportSeries& shown) {
    const auto& series = *shown.series;
    return {{"name", progress::capitalised(shown.name)},
            {"measure", value_json(progress::everyday_name_of(series.instrument))},
            {"unit", progress::plain_unit(series.instrument.unit)},
            {"better", better_json(series.instrument)},
            {"verdict", json_value(series.verdict)},
            {"change", shown.change},
            {"value_over_time", value_json(value_over_time(series))},
            {"points", array_of(series.points, [&](const auto& point) {
                 return view_point_json(point, series);
             })}};
}

Json view_session_json(const schema::Session& session) {
    return {{"at", json_value(session.at)}, {"areas", array_of(session.areas, [](const auto& area) {
                                                 return progress::plain(area.region);
                                             })}};
}

Json items_json(const std::vector<clinical::CareItem>& items) {
    return array_of(items, [](const clinical::CareItem& item) {
        return Json{{"what", texts::english().text(progress::care_name(item.advice.subject))},
                    {"until", json_value(item.longest())}};
    });
}

Json care_json(const clinical::Aftercare& care, const progress::CareCard& card) {
    if (!care.session || !care.is_open()) {
        return nullptr;
    }
    Json phase = nullptr;
    if (care.phase) {
        phase = {{"name", care.phase->phase.name}, {"until", json_value(care.phase->until)}};
    }
    return {{"at", json_value(care.at)},
            {"session", json_value(care.session->at)},
            {"phase", std::move(phase)},
            {"use", items_json(care.advised)},
            {"avoid", items_json(care.avoid)},
            {"on_hold", care.on_hold},
            {"card", care_card_value(card)}};
}

}  // namespace

OrderedJson patient_view_json(const progress::Summary& summary,
                              const clinical::Aftercare& care,
                              const progress::CareCard& card,
                              const std::string& clinic) {
    const auto series = series_for(summary, Audience::patient, texts::english());
    return {
        {"clinic", clinic},
        {"as_of", json_value(summary.as_of)},
        {"names", names_of(summary)},
        {"sections", array_of(patient_parts(summary), &part_json)},
        {"series", array_of(series, &view_series_json)},
        {"sessions", array_of(summary.sessions, &view_session_json)},
        {"next_on",
         progress::is_due_for_patient(summary) ? json_value(summary.due->next_on) : Json(nullptr)},
        {"aftercare", care_json(care, card)}};
}

}  // namespace exchange
