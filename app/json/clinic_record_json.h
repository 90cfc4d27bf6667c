#pragma once
// The clinic's own records, and its day, for other programs.

#include "app/json/json_value.h"
#include "app/tracking/clinic/stock.h"
#include "app/tracking/today.h"
#include "schema/records/protocol.h"

namespace exchange {

// The record with "id", "version", "voided"; then "expires_on"|null, "used", "left", "pick".
OrderedJson stock_json(const tracking::StockOnHand& on_hand);

// The record, with "areas"; then "applications": [{"active", "product"|null}], from its products.
OrderedJson protocol_json(const schema::Protocol& protocol);

// The record, the patient's "name"|null, and "allergies": [{"kind", "substance"|null}].
OrderedJson coming_patient_json(const tracking::ComingPatient& coming);

}  // namespace exchange
