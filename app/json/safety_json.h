#pragma once
// The safety rules and what they find, for other programs. Texts are indented by two.

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/clinical/safety/assessment.h"
#include "app/clinical/safety/rule.h"
#include "app/json/json_value.h"
#include "db/records/records.h"
#include "schema/records/application.h"
#include "schema/records/depth_limit.h"
#include "schema/records/session.h"

namespace exchange {

// {"findings", "context", "not_judged", "all_clear", "words", "words_phrase"}: words is what an
// all-clear may say, null where a rule found something. Texts are English; each stands beside it as
// a phrase.
OrderedJson assessment_json(const clinical::Assessment& assessment);

// [{"rule","level","text","because","record":{"kind","id"}|null,"region"|null,"grade"|null,
// "source","phrases":{"text","because","source"}}], in the order given.
nlohmann::ordered_json findings_json(const std::vector<clinical::Finding>& findings);

// [{"id","level","checks","text","grade","source","phrases":{"checks","text","source"}}]
OrderedJson rules_json(const std::vector<clinical::Rule>& rules);

// [{"region","fitzpatrick"|null,"radiofrequency","max_mm"|null,"source","own"}]
OrderedJson depth_limits_json(const std::vector<schema::DepthLimit>& limits);

// One time that a lot was met, by the patient with this chart number.
template <class Record>
struct LotUse {
    std::string chart;
    Record record;
};

// Each of these records with its patient's chart number.
template <class Record>
std::vector<LotUse<Record>> lot_uses(const db::Book& book, const std::vector<Record>& records) {
    std::vector<LotUse<Record>> all;
    for (const auto& record : records) {
        all.push_back({db::find(book, record.patient)->chart, record});
    }
    return all;
}

struct LotUses {
    std::vector<LotUse<schema::Session>> sessions;
    std::vector<LotUse<schema::Application>> applications;
};

// {"lot","sessions":[a record as in record_json.h],"applications":[…],"also":{"sessions",
// "applications"}}: who met the lot, and what should be looked at too.
OrderedJson lot_json(const std::string& lot, const LotUses& met, const LotUses& also);

}  // namespace exchange
