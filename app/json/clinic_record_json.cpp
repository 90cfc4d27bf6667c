#include "app/json/clinic_record_json.h"

#include "app/clinical/protocol_products.h"
#include "app/json/record_json.h"

namespace exchange {

OrderedJson stock_json(const tracking::StockOnHand& on_hand) {
    auto json = clinic_record_json(on_hand.stock);
    json["expires_on"] = json_value(on_hand.expires_on);
    json["used"] = on_hand.used;
    json["left"] = on_hand.left;
    json["pick"] = schema::word(on_hand.pick);
    return json;
}

OrderedJson protocol_json(const schema::Protocol& protocol) {
    auto json = clinic_record_json(protocol);
    auto applications = OrderedJson::array();
    if (protocol.products) {
        for (const auto& each : clinical::read_products(*protocol.products)
                                    .value_or(std::vector<clinical::ProtocolProduct>())) {
            applications.push_back(
                {{"active", schema::word(each.active)}, {"product", json_value(each.product)}});
        }
    }
    json["applications"] = std::move(applications);
    return json;
}

OrderedJson coming_patient_json(const tracking::ComingPatient& coming) {
    auto json = record_json(coming.about, coming.patient.chart);
    json["name"] = json_value(coming.patient.name);
    json["name_ar"] = json_value(coming.patient.name_ar);
    json["allergies"] = array_of(coming.allergies, [](const schema::Condition& allergy) {
        return OrderedJson{{"kind", schema::word(allergy.kind)},
                           {"substance", json_value(allergy.substance)}};
    });
    return json;
}

}  // namespace exchange
