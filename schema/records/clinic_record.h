#pragma once
// The records of the clinic's own that are corrected and voided as those of patients are.

#include <variant>

#include "schema/records/consent_form.h"
#include "schema/records/protocol.h"
#include "schema/records/stock.h"

namespace schema {

using ClinicRecord = std::variant<Stock, Protocol, ConsentForm>;

}  // namespace schema
