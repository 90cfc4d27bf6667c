#pragma once
// What came of entering a record, and what would come of it.

#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/json/json_value.h"
#include "app/tracking/visit/visit_preview.h"
#include "schema/records/any_record.h"
#include "schema/records/instrument.h"
#include "schema/records/score.h"
#include "schema/types/error.h"

namespace exchange {

// {"record":{…},"scores":[…],"findings":[…]}: the record as it is kept, the scores computed from
// it, and what the safety rules had found before a session.
OrderedJson entry_json(const schema::AnyRecord& record,
                       std::string_view chart,
                       const std::vector<schema::Score>& scores,
                       const std::vector<schema::Instrument>& instruments,
                       const std::vector<schema::SessionFinding>& findings);

struct Preview {
    std::vector<schema::Score> scores{};
    std::vector<clinical::Finding> findings{};
    std::vector<schema::Problem> problems{};
};

// {"scores":[{"instrument","name","region"|null,"value","unit","band":{"name","assigned"}|null}],
// "findings":[…],"problems":[{"field","text","try"}]}
OrderedJson preview_json(const Preview& preview,
                         const std::vector<schema::Instrument>& instruments);

// The same of a visit; each score has beside it "record", the name of the one that scores it.
OrderedJson visit_preview_json(const tracking::VisitPreview& preview,
                               const std::vector<schema::Instrument>& instruments);

}  // namespace exchange
