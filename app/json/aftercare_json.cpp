#include "app/json/aftercare_json.h"

#include <cmath>

#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json hours_value(double hours) {
    constexpr double parts = 100;
    return json_value(std::round(hours * parts) / parts);
}

Json session_value(const clinical::Aftercare& care) {
    return care.session
               ? Json{{"id", json_value(care.session->id)}, {"at", json_value(care.session->at)}}
               : Json(nullptr);
}

Json phase_value(const std::optional<clinical::TimedPhase>& phase) {
    return phase ? Json{{"name", phase->phase.name},
                        {"from", json_value(phase->from)},
                        {"until", json_value(phase->until)}}
                 : Json(nullptr);
}

Json case_value(const clinical::Aftercare& care) {
    return care.session ? Json{{"device", json_value(care.after.device)},
                               {"depth", json_value(care.after.depth)},
                               {"skin_type", json_value(care.after.skin)},
                               {"skin_type_is_known", care.skin_is_known}}
                        : Json(nullptr);
}

Json item_value(const clinical::CareItem& item) {
    return {{"what", json_value(item.advice.subject)},
            {"until", json_value(item.longest())},
            {"source", item.advice.source},
            {"grade", json_value(item.grade)}};
}

Json later_value(const clinical::CareItem& item) {
    return {{"what", json_value(item.advice.subject)},
            {"from", json_value(item.from)},
            {"until", json_value(item.longest())},
            {"source", item.advice.source},
            {"grade", json_value(item.grade)}};
}

Json avoided_value(const clinical::CareItem& item) {
    return {{"what", json_value(item.advice.subject)},
            {"until", json_value(item.until)},
            {"cautious_until", json_value(item.cautious_until)},
            {"hours_left", hours_value(item.hours_left)},
            {"source", item.advice.source},
            {"grade", json_value(item.grade)}};
}

Json allergen_value(const clinical::CareAllergen& allergen) {
    return {{"what", json_value(allergen.subject)}, {"condition", json_value(allergen.condition)}};
}

Json change_value(const clinical::CareChange& change) {
    return {{"at", json_value(change.at)},
            {"what", json_value(change.advice.subject)},
            {"stance", json_value(change.advice.stance)},
            {"turn", json_value(change.turn)}};
}

Json used_value(const clinical::UsedProduct& used) {
    return {{"id", json_value(used.application.id)},
            {"at", json_value(used.application.at)},
            {"active", json_value(used.application.active)},
            {"product", json_value(used.application.product)},
            {"hours_after", hours_value(used.hours_after)},
            {"session", json_value(used.session.id)},
            {"verdict", json_value(used.judgement.verdict)},
            {"because", texts::english().text(used.judgement.because)},
            {"because_phrase", phrase_json(used.judgement.because)},
            {"source", json_value(used.judgement.source)}};
}

Json warning_value(const clinical::CareWarning& warning) {
    return {{"kind", json_value(warning.kind)},
            {"text", texts::english().sentence(warning.text)},
            {"phrase", phrase_json(warning.text)},
            {"source", warning.source},
            {"record", {{"kind", warning.record}, {"id", warning.record_id}}}};
}

}  // namespace

Json aftercare_value(const clinical::Aftercare& care) {
    return {{"session", session_value(care)},
            {"at", json_value(care.at)},
            {"hours_since", care.session ? hours_value(care.hours_since) : Json(nullptr)},
            {"phase", phase_value(care.phase)},
            {"next_phase", phase_value(care.next_phase)},
            {"for", case_value(care)},
            {"on_hold", care.on_hold},
            {"advised", array_of(care.advised, item_value)},
            {"not_yet", array_of(care.not_yet, later_value)},
            {"avoid", array_of(care.avoid, avoided_value)},
            {"no_evidence", array_of(care.no_evidence, item_value)},
            {"allergens", array_of(care.allergens, allergen_value)},
            {"applications", array_of(care.used, used_value)},
            {"warnings", array_of(care.warnings, warning_value)},
            {"next", array_of(care.next, change_value)}};
}

Json care_card_value(const progress::CareCard& card) {
    const auto avoided = [](const progress::CareAvoid& line) {
        auto json = said_json(line.said);
        json["until"] = json_value(line.until);
        return json;
    };
    Json json{{"first", texts_json(card.first)},
              {"use", texts_json(card.use)},
              {"avoid", array_of(card.avoid, avoided)},
              {"next", texts_json(card.next)},
              {"expect", texts_json(card.expect)},
              {"contact", texts_json(card.contact)}};
    json["phrases"] = {{"first", phrases_json(card.first)},
                       {"use", phrases_json(card.use)},
                       {"next", phrases_json(card.next)},
                       {"expect", phrases_json(card.expect)},
                       {"contact", phrases_json(card.contact)}};
    return json;
}

OrderedJson aftercare_json(const clinical::Aftercare& care, const progress::CareCard& card) {
    auto json = aftercare_value(care);
    json["card"] = care_card_value(card);
    return json;
}

Json adherence_value(const clinical::Adherence& kept) {
    using clinical::CareVerdict;
    return {{"applications", array_of(kept.used, used_value)},
            {"in_window", kept.count()},
            {"advised", kept.count(CareVerdict::advised)},
            {"to_avoid", kept.count(CareVerdict::avoid)},
            {"too_early", kept.count(CareVerdict::too_early)},
            {"sources_differ", kept.count(CareVerdict::sources_differ)},
            {"no_evidence", kept.count(CareVerdict::no_evidence)},
            {"not_in_profile", kept.count(CareVerdict::not_in_profile)},
            {"no_advice", kept.count(CareVerdict::no_advice)}};
}

OrderedJson advice_json(const clinical::CareRows& profile) {
    return array_of(profile, [](const clinical::CareRow& row) {
        auto json = Json::object();
        add_fields(json, row.advice);
        json["whose"] = row.advice.id.value == 0 ? "program" : "clinic";
        json["grade"] = json_value(row.grade);
        json["device"] = json_value(row.device);
        json["depth"] = json_value(row.depth);
        json["skin_type"] = json_value(row.skin);
        return json;
    });
}

}  // namespace exchange
