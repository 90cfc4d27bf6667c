#include "app/json/patient_list_json.h"

#include "app/json/json_value.h"
#include "app/json/record_json.h"

namespace exchange {

OrderedJson patient_page_json(const db::PatientPage& page, const std::vector<schema::Tag>& tags) {
    auto items = OrderedJson::array();
    for (const auto& listed : page.patients) {
        auto item = patient_json(listed.patient, tags);
        item["last_visit"] = json_value(listed.last_visit);
        items.push_back(std::move(item));
    }
    const auto next =
        page.has_more ? OrderedJson(page.patients.back().patient.id.value) : OrderedJson(nullptr);
    return {{"items", std::move(items)}, {"next", next}, {"total", page.total}};
}

}  // namespace exchange
