#include "app/json/erasure_json.h"

namespace exchange {

OrderedJson retention_json(const std::vector<tracking::Retention>& due) {
    return array_of(due, [](const tracking::Retention& each) {
        return OrderedJson{{"chart", each.chart},
                           {"last_day", json_value(each.last_day)},
                           {"over_since", json_value(each.over_on)}};
    });
}

OrderedJson erasure_plan_json(const tracking::ErasurePlan& plan, std::size_t drafts) {
    return {{"chart", plan.patient.chart},
            {"last_day", json_value(plan.retention.last_day)},
            {"kept_until", json_value(plan.retention.over_on)},
            {"retention_is_over", !plan.is_early},
            {"counts",
             array_of(plan.counts,
                      [](const auto& each) {
                          return OrderedJson{{"what", each.first}, {"count", each.second}};
                      })},
            {"entries", plan.entries.size()},
            {"drafts", drafts}};
}

OrderedJson erased_json(const tracking::Erased& erased,
                        const std::vector<db::Copy>& copies,
                        const std::optional<std::string>& certificate) {
    return {{"patient", json_value(erased.entry.patient)},
            {"entry", erased.entry.seq},
            {"epoch", erased.epoch.seq},
            {"witness", db::hex(erased.epoch.hash).substr(0, db::witness_digits)},
            {"finished", erased.is_finished},
            {"certificate", json_value(certificate)},
            {"copies", array_of(copies, [](const db::Copy& each) {
                 return OrderedJson{{"file", each.file.filename().string()},
                                    {"known", each.is_known && each.is_same_book}};
             })}};
}

}  // namespace exchange
